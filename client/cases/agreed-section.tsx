import type { ReactNode } from 'react';
import { graphql } from '../graphql/graphql';
import { caseWords } from '../words/case-words';
import { consoleWords } from '../words/console-words';
import { dayAndWeekday } from '../words/era-date';
import { inboxWords } from '../words/inbox-words';

export interface Held {
  readonly id: string;
  readonly title: string;
  /** The 支援会議 that gave it out, where it was one: then only its members see the row. */
  readonly supportConference: string | null;
  readonly organization: { readonly id: string; readonly name: string } | null;
}

export interface AgreedData {
  readonly roles: readonly Held[];
  readonly actionItems: readonly (Held & { readonly dueOn: string | null; readonly status: string })[];
}

export const AgreedSection_case = graphql`
  fragment AgreedSection_case on Case {
    id
    roles {
      id
      title
      supportConference
      organization {
        id
        name
      }
    }
    actionItems {
      id
      title
      supportConference
      organization {
        id
        name
      }
      dueOn
      status
    }
  }
`;

/** What conferences agreed on for this case: who does what, and what is still to be done. */
export function AgreedSection({ agreed: all }: { agreed: AgreedData }) {
  const { roles, actions } = consoleWords;
  // What a 支援会議 gave out stands apart (CrossingSection): on this page it must never be taken for what may be spoken of.
  const isOpen = ({ supportConference }: Held) => supportConference === null;
  const agreed: AgreedData = { roles: all.roles.filter(isOpen), actionItems: all.actionItems.filter(isOpen) };
  const nothing = agreed.roles.length + agreed.actionItems.length === 0;
  return (
    <section className="panel">
      <h2>{caseWords.sections.agreed}</h2>
      {nothing ? <p className="hint">{caseWords.noneYet}</p> : null}
      <Agreed title={roles.title}>
        {agreed.roles.map(({ id, title, organization }) => (
          <li key={id} className="row">
            <strong>{title}</strong>
            <span>{organization?.name ?? roles.unfilled}</span>
          </li>
        ))}
      </Agreed>
      <Agreed title={actions.title}>
        {agreed.actionItems.map(({ id, title, organization, dueOn, status }) => (
          <li key={id} className="row" data-status={status}>
            <strong>{title}</strong>
            <span className="line">
              <span>{standingOf(status, dueOn)}</span>
              <span>{organization?.name ?? actions.anybody}</span>
            </span>
          </li>
        ))}
      </Agreed>
    </section>
  );
}

function standingOf(status: string, dueOn: string | null): string {
  const { actions } = consoleWords;
  if (status === 'DONE') return `● ${actions.done}`;
  if (status === 'TAKEN_BACK') return inboxWords.standing.TAKEN_BACK;
  return dueOn ? actions.until(dayAndWeekday(dueOn)) : actions.noDue;
}

function Agreed({ title, children }: { title: string; children: readonly ReactNode[] }) {
  if (children.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul className="rows">{children}</ul>
    </>
  );
}
