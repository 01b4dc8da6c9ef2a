import { useQuery } from '@apollo/client/react';
import { type FormEvent, useState } from 'react';
import { graphql } from '../graphql/graphql';
import { type Problem, problemOf } from '../graphql/problem';
import { Button } from '../ui/button';
import { Choice } from '../ui/choice';
import { ProblemNote } from '../ui/problem-note';
import { Skeleton } from '../ui/skeleton';
import { TextField } from '../ui/text-field';
import { isFitting } from '../ui/text-length';
import { consoleWords } from '../words/console-words';
import { tableWords } from '../words/table-words';
import { requestFor } from './offer-rows';
import { type Reason, ReasonChoice } from './reason-choice';
import type { OfferData } from './request-document';
import { PutOnAgenda } from './session-changes';
import type { SessionData } from './session-data';
import { textLimits } from './text-limits';
import { useChange } from './use-change';

const words = tableWords.put;
const MOST = textLimits.AgendaOrder.reason;

const AgendaCases = graphql<{ cases: readonly { readonly id: string; readonly code: string; readonly topics: readonly string[] }[] }>`
  query AgendaCases {
    cases(limit: 200) {
      id
      code
      topics
    }
  }
`;

interface PutCaseProps {
  readonly session: SessionData;
  readonly offered: readonly OfferData[];
  readonly close: () => void;
}

/**
 * Puts a case on the agenda: with the person's consent, or in a 支援会議 with a reason that is written down (法106条の6). One that somebody asked for is
 * put on as what they asked for.
 */
export function PutCase({ session, offered, close }: PutCaseProps) {
  const { data, error, refetch } = useQuery(AgendaCases);
  const [one, choose] = useState<string | null>(null);
  const [reasonCode, setReasonCode] = useState<Reason | null>(null);
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<Problem>();
  const [put, busy] = useChange(PutOnAgenda, { tell: false });
  const needsReason = session.secrecy !== null;
  const isComplete = one !== null && (!needsReason || (reasonCode !== null && isFitting(reason, MOST)));
  const there = new Set(session.agenda.map(({ caseItem }) => caseItem?.case?.id));
  // What is offered may be older than the newest two hundred.
  const listed = data?.cases ?? [];
  const older = offered
    .flatMap((matter) => matter.request?.requestedCase?.case ?? matter.case ?? [])
    .filter(({ id }, place, all) => all.findIndex((other) => other.id === id) === place && !listed.some((other) => other.id === id))
    .map((each) => ({ topics: [], ...each }));
  const options = [...listed, ...older]
    .filter(({ id }) => !there.has(id))
    .map(({ id, code, topics }) => ({ id, name: `${code} ${topics.join('・')}` }));
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!isComplete || one === null) return;
    const request = requestFor(offered, one);
    const matter = request ? { request } : { case: one };
    const outcome = await put({ session: session.id, ...matter, ...(needsReason ? { reasonCode, reason: reason.trim() } : {}) });
    if (outcome.done) close();
    else setProblem(outcome.problem);
  };
  return (
    <form className="matters" onSubmit={(event) => void save(event)}>
      <h3>{words.cases}</h3>
      {error && !data ? <ProblemNote problem={problemOf(error)} again={() => void refetch()} /> : null}
      {needsReason ? null : <p className="hint">{words.consented}</p>}
      {!data && !error ? <Skeleton /> : null}
      {data ? (
        <Choice label={words.choose} none={words.chooseNone} options={options} value={one} choose={choose} fault={problem?.fields.case} />
      ) : null}
      {needsReason ? (
        <>
          <ReasonChoice value={reasonCode} choose={setReasonCode} fault={problem?.fields.reasonCode} />
          <TextField label={words.reason} value={reason} onChange={setReason} fault={problem?.fields.reason} isRequired most={MOST} />
        </>
      ) : null}
      {problem ? <ProblemNote problem={problem} /> : null}
      <div className="dialog-buttons">
        <Button weight="main" type="submit" isPending={busy} isDisabled={!isComplete}>
          {consoleWords.agenda.put}
        </Button>
      </div>
    </form>
  );
}
