import { useState } from 'react';
import { Button } from '../ui/button';
import { consentWords } from '../words/consent-words';
import type { AgreedData, Held } from './agreed-section';
import { CrossingDialog } from './crossing-dialog';

const words = consentWords.crossing;

/** What one 支援会議 gave out for the case: rows that only its members see. */
export interface HeldBack {
  readonly session: string;
  readonly roles: readonly Held[];
  readonly actionItems: readonly Held[];
}

/** From a 支援会議 to a 重層的支援会議: offered to a coordinator who is a member, and only where there is something to select. */
export function CrossingSection({ caseId, agreed }: { caseId: string; agreed: AgreedData }) {
  const [opened, open] = useState<HeldBack>();
  const held = heldBack(agreed);
  if (held.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="crossing-title">
      <h2 id="crossing-title">{words.title}</h2>
      <p className="hint">{words.hint}</p>
      {held.map((one) => (
        <div key={one.session}>
          <ul className="consent-said">
            {[...one.roles, ...one.actionItems].map(({ id, title }) => (
              <li key={id}>{title}</li>
            ))}
          </ul>
          <Button onPress={() => open(one)}>{words.open}</Button>
        </div>
      ))}
      {opened ? <CrossingDialog caseId={caseId} held={opened} close={() => open(undefined)} /> : null}
    </section>
  );
}

function heldBack({ roles, actionItems }: AgreedData): readonly HeldBack[] {
  const sessions = new Set([...roles, ...actionItems].flatMap(({ supportConference }) => supportConference ?? []));
  const of = (session: string) => (one: Held) => one.supportConference === session;
  return [...sessions].map((session) => ({ session, roles: roles.filter(of(session)), actionItems: actionItems.filter(of(session)) }));
}
