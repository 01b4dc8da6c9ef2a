import type { ReactNode } from 'react';
import type { Problem } from '../graphql/problem';
import { Facts } from '../ui/facts';
import { ProblemNote } from '../ui/problem-note';
import { type Withheld, WithheldNote } from '../ui/withheld-note';
import { caseWords as words } from '../words/case-words';
import { eraDate } from '../words/era-date';

/** A line of a record. */
export type Fact = readonly [name: string, value: ReactNode];

/** What the records of all departments have in common. */
export interface DepartmentRecord {
  readonly id: string;
  readonly openedOn: string;
  readonly note: string | null;
  readonly withheld: readonly Withheld[];
}

interface DepartmentSectionProps {
  readonly title: string;
  readonly record: DepartmentRecord | null;
  /** The department did not answer, or not fully: the rest of the page stands. */
  readonly problems: readonly Problem[];
  readonly again: () => void;
  readonly facts: readonly Fact[];
}

/** One department's part of a case. */
export function DepartmentSection({ title, record, problems, again, facts }: DepartmentSectionProps) {
  return (
    <section className="department">
      <h3>{title}</h3>
      {problems.length > 0 ? <ProblemNote problem={problems[0] as Problem} again={again} /> : null}
      {record ? (
        <>
          <Facts
            facts={[
              ...facts,
              [words.facts.opened, eraDate(record.openedOn)],
              ...(record.note ? [[words.facts.note, record.note] as const] : []),
            ]}
          />
          <WithheldNote withheld={record.withheld} />
        </>
      ) : null}
      {!record && problems.length === 0 ? <p className="hint">{words.notInvolved}</p> : null}
    </section>
  );
}
