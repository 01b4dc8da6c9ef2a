import { conferenceProfiles } from '#server/access/conference-profile';
import { decide } from '#server/access/decide';
import type { Tx } from '#server/database/as-viewer';
import type { Changed } from '#server/database/change';
import { findById } from '#server/database/find-by-id';
import { changeVersioned } from '#server/database/versioned';
import { announce } from '#server/events/board-log';
import type { EventKind } from '#server/events/event-kind';
import { isId } from '#server/kernel/ids';
import { Invalid, insist, NotFound } from '#server/kernel/problem';
import { Proposal } from './proposal';
import type { AnswerOrder, ProposeOrder, ReportOrder } from './proposal-orders';
import { sessionToSteer } from './steer';
import { namelessLine } from './text';
import { textLimits } from './text-limits';

const absent = () => new NotFound('政策提案が見つかりません。');

/** Puts a proposal forward, for kinds of conference that keep them. */
export async function propose(tx: Tx, order: ProposeOrder): Promise<Changed> {
  const session = await sessionToSteer(tx, order.session);
  if (!conferenceProfiles[session.kind].keeps.what.includes('proposals'))
    throw new Invalid('この種類の会議では、政策提案をしません。', { session: '地域まるごと支援会議などで提案してください。' });
  const { addressee, title } = textLimits.ProposeOrder;
  const proposal = await tx.manager.save(
    tx.manager.create(Proposal, {
      ...{ sessionId: session.id, restricted: session.restricted },
      addressee: namelessLine('addressee', '提案先', order.addressee, addressee),
      title: namelessLine('title', '提案', order.title, title),
      ...{ answerBy: order.answerBy, answer: null, answeredOn: null, reportedIn: null, version: 1 },
    }),
  );
  return told(tx, session.id, 'PROPOSED', proposal.id);
}

const shown = ({ title, answer }: Proposal) => ({ title, answer });

/** Writes down what was answered, whenever it comes: also after the session has closed, whose own record stays as it was. */
export async function answerProposal(tx: Tx, order: AnswerOrder): Promise<Changed> {
  insist(decide(tx.viewer, 'session:steer'));
  const proposal = await findById(tx, Proposal, order.proposal);
  if (!proposal) throw absent();
  const answer = namelessLine('answer', '答え', order.answer, textLimits.AnswerOrder.answer);
  await changeVersioned(tx, Proposal, { id: proposal.id, version: order.version }, shown, () => ({ answer, answeredOn: order.answeredOn }));
  return told(tx, proposal.sessionId, 'PROPOSAL_ANSWERED', proposal.id);
}

/** Says that the answer was reported to the session that sits now; from then on the proposal comes up no more. */
export async function reportProposal(tx: Tx, order: ReportOrder): Promise<Changed> {
  const session = await sessionToSteer(tx, order.session);
  const [carried] = isId(order.proposal)
    ? await tx.query('select 1 from core.carried_over where session_id = $1 and proposal_id = $2', [session.id, order.proposal])
    : [];
  if (!carried) throw absent();
  await changeVersioned(tx, Proposal, { id: order.proposal, version: order.version }, shown, ({ answer }) => {
    if (answer === null) throw new Invalid('まだ答えがありません。', { proposal: '答えを書いてから報告してください。' });
    return { reportedIn: session.id };
  });
  return told(tx, session.id, 'PROPOSAL_REPORTED', order.proposal);
}

async function told(tx: Tx, session: string, kind: EventKind, subjectId: string): Promise<Changed> {
  await announce(tx, { session, kind, subjectType: 'Proposal', subjectId, audiences: ['console'] });
  return { type: 'Proposal', id: subjectId, session };
}
