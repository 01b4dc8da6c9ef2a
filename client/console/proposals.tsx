import { useState } from 'react';
import { graphql } from '../graphql/graphql';
import { Button } from '../ui/button';
import { useToast } from '../ui/toasts';
import { cityDay, eraDate } from '../words/era-date';
import { proposalWords as words } from '../words/proposal-words';
import { AnswerDialog } from './answer-dialog';
import { ReportProposal } from './proposal-changes';
import type { ProposalData } from './proposal-data';
import { ProposeDialog } from './propose-dialog';
import { useReread } from './reread';
import type { SessionData } from './session-data';
import { useChange } from './use-change';

export const Proposal_proposal = graphql`
  fragment Proposal_proposal on Proposal {
    id
    addressee
    title
    answerBy
    state
    answer
    answeredOn
    version
  }
`;

export const Proposals_session = graphql`
  fragment Proposals_session on Session {
    id
    proposes
    proposals {
      ...Proposal_proposal
    }
  }
  ${Proposal_proposal}
`;

interface ProposalsProps {
  readonly session: SessionData;
  /** Whether the record may still be added to. */
  readonly mayChange: boolean;
  /** Whether answers may be written down, which come after the end. */
  readonly maySteer: boolean;
}

/** What this conference asks of others. */
export function Proposals({ session, mayChange, maySteer }: ProposalsProps) {
  const [adding, add] = useState(false);
  if (!session.proposes) return null;
  return (
    <section className="panel" aria-labelledby="proposals-title">
      <h2 id="proposals-title">{words.title}</h2>
      {session.proposals.length === 0 ? <p className="hint">{words.empty}</p> : null}
      <ul className="rows">
        {session.proposals.map((proposal) => (
          <li key={proposal.id} className="row action-row" data-proposal={proposal.id}>
            <ProposalText proposal={proposal} />
            {maySteer && proposal.state !== 'REPORTED' ? <AnswerButton proposal={proposal} /> : null}
          </li>
        ))}
      </ul>
      {mayChange ? <Button onPress={() => add(true)}>＋ {words.add}</Button> : null}
      {adding ? <ProposeDialog session={session.id} close={() => add(false)} /> : null}
    </section>
  );
}

/** A proposal of an earlier session, as this one looks back at it: answered, and then reported. */
export function CarriedProposal({ session, proposal, maySteer }: { session: string; proposal: ProposalData; maySteer: boolean }) {
  return (
    <>
      <ProposalText proposal={proposal} />
      {maySteer ? (
        <span className="row-buttons">
          <AnswerButton proposal={proposal} />
          {proposal.answer === null ? null : <ReportButton session={session} proposal={proposal} />}
        </span>
      ) : null}
    </>
  );
}

function ProposalText({ proposal }: { proposal: ProposalData }) {
  const { title, addressee, answerBy, state, answer, answeredOn } = proposal;
  const isLate = state === 'PROPOSED' && answerBy < cityDay();
  return (
    <span className="action-what">
      <strong>{title}</strong>
      <span className="hint line">
        <span>{words.to(addressee)}</span>
        <span>{isLate ? `${words.late} ${words.until(eraDate(answerBy))}` : words.until(eraDate(answerBy))}</span>
        <span>{words.state[state]}</span>
      </span>
      {answer && answeredOn ? <span>{words.answered(answer, eraDate(answeredOn))}</span> : null}
    </span>
  );
}

function AnswerButton({ proposal }: { proposal: ProposalData }) {
  const [answering, answer] = useState<ProposalData | null>(null);
  const reread = useReread();
  const close = () => {
    answer(null);
    // A proposal of an earlier session is announced on that session's board.
    reread();
  };
  return (
    <>
      <Button weight="quiet" onPress={() => answer(proposal)} aria-label={`${words.answer}：${proposal.title}`}>
        {words.answer}
      </Button>
      {answering ? <AnswerDialog proposal={answering} close={close} /> : null}
    </>
  );
}

function ReportButton({ session, proposal }: { session: string; proposal: ProposalData }) {
  const say = useToast();
  const [report, busy] = useChange(ReportProposal);
  const { id, title, version, answer } = proposal;
  const press = async (): Promise<void> => {
    if ((await report({ session, proposal: id, version }, { answer })).done) say({ sentence: words.reported(title) });
  };
  return (
    <Button weight="quiet" isPending={busy} onPress={() => void press()} aria-label={`${words.report}：${title}`}>
      {words.report}
    </Button>
  );
}
