import { conferenceProfiles } from '#server/access/conference-profile';
import { decide } from '#server/access/decide';
import type { Tx } from '#server/database/as-viewer';
import type { Changed } from '#server/database/change';
import { findById } from '#server/database/find-by-id';
import { changeVersioned } from '#server/database/versioned';
import { staffIdOf } from '#server/directory/staff-id-of';
import { announce } from '#server/events/board-log';
import type { EventKind } from '#server/events/event-kind';
import { Invalid, insist, NotFound } from '#server/kernel/problem';
import { ActionItem } from './action-item';
import { AgendaItem } from './agenda-item';
import { BoardNote } from './board-note';
import { CaseItem } from './case-item';
import { Correction } from './correction';
import type { ApproveCorrectionOrder, CorrectOrder, RefuseCorrectionOrder } from './correction-orders';
import { Decision } from './decision';
import { Role } from './role';
import { Session } from './session';
import { caseChanged, notOpenTo } from './steer';
import { boardLine, namelessLine } from './text';
import { textLimits } from './text-limits';

const absent = () => new NotFound('会議が見つかりません。');

/** A session that has ended, if the viewer may correct its record. Hidden and absent alike are not found. */
async function sessionToCorrect(tx: Tx, id: string): Promise<Session> {
  const session = await findById(tx, Session, id);
  if (!session) throw absent();
  insist(decide(tx.viewer, 'session:correct', { session: { id: session.id, kind: session.kind } }));
  if (session.status !== 'CLOSED')
    throw new Invalid('まだ終わっていない会議です。', { session: '会議のあいだは、訂正ではなく書き直してください。' });
  return session;
}

type Line = Pick<Role | ActionItem | Decision | BoardNote, 'id' | 'title' | 'held' | 'agendaItemId' | 'sessionId'>;
type Subject = Pick<Correction, 'roleId' | 'actionItemId' | 'decisionId' | 'noteId'>;
const nothing: Subject = { roleId: null, actionItemId: null, decisionId: null, noteId: null };
const columns = [
  [Role, 'roleId'],
  [ActionItem, 'actionItemId'],
  [Decision, 'decisionId'],
  [BoardNote, 'noteId'],
] as const satisfies readonly (readonly [new () => Line, keyof Subject])[];

interface Corrected {
  readonly item: AgendaItem | null;
  readonly line: Line | null;
  readonly subject: Subject;
}

/** What is corrected: a line of this session, one of its items, or the session itself. What was taken away is no part of the record. */
async function subjectOf(tx: Tx, session: Session, { item, line }: CorrectOrder): Promise<Corrected> {
  if (!line) {
    const found = item ? await findById(tx, AgendaItem, item) : null;
    if (item && found?.sessionId !== session.id) throw new NotFound('議題が見つかりません。');
    return { item: found, line: null, subject: nothing };
  }
  for (const [entity, column] of columns) {
    const found: (Line & { readonly takenAt?: Date | null }) | null = await findById<Line>(tx, entity, line);
    if (!found?.agendaItemId || found.sessionId !== session.id || found.takenAt) continue;
    return { item: await findById(tx, AgendaItem, found.agendaItemId), line: found, subject: { ...nothing, [column]: found.id } };
  }
  throw new NotFound('訂正する行が見つかりません。');
}

/**
 * Corrects the record of a session that has ended: what should stand there, and why, beside what stands there and goes on standing there. Of a case
 * by those who sit at its table. Where citizens read it, words that may tell who somebody is are refused.
 */
export async function correctRecord(tx: Tx, order: CorrectOrder): Promise<Changed> {
  const session = await sessionToCorrect(tx, order.session);
  const { item, line, subject } = await subjectOf(tx, session, order);
  const held = item?.kind === 'CASE' ? await tx.manager.findOneBy(CaseItem, { agendaItemId: item.id }) : null;
  if (item?.kind === 'CASE' && !held) throw notOpenTo('訂正');
  const { citizens, correctedByTwo } = conferenceProfiles[session.kind];
  // A line that never stood before citizens stays away from them, and so does what corrects it; and who was there is not told to them.
  const said = citizens && item && !line?.held ? namelessLine : boardLine;
  const title = said('title', '正しい言葉', order.title, textLimits.CorrectOrder.title);
  const reason = said('reason', '訂正の理由', order.reason, textLimits.CorrectOrder.reason);
  const correction = await tx.manager.save(
    tx.manager.create(Correction, {
      ...{ sessionId: session.id, restricted: session.restricted, agendaItemId: item?.id ?? null, caseId: held?.caseId ?? null },
      ...{ ...subject, was: line?.title ?? null, title, reason, masks: Boolean(line && order.masks) },
      ...{ madeById: staffIdOf(tx.viewer), takesTwo: correctedByTwo, version: 1 },
    }),
  );
  return told(tx, 'RECORD_CORRECTED', correction);
}

/** A second person lets a correction through, which stands from then on. Throws `Invalid` for whoever wrote it. */
export async function approveCorrection(tx: Tx, order: ApproveCorrectionOrder): Promise<Changed> {
  return answer(tx, order, 'CORRECTION_APPROVED', () => ({ approvedById: staffIdOf(tx.viewer), approvedAt: new Date() }));
}

/** A second person refuses it and says why: it never stands, and both stay in the trail. Its author may write another. */
export async function refuseCorrection(tx: Tx, order: RefuseCorrectionOrder): Promise<Changed> {
  return answer(tx, order, 'CORRECTION_REFUSED', ({ kind }) => {
    const said = conferenceProfiles[kind].citizens ? namelessLine : boardLine;
    const refusal = said('reason', '差し戻す理由', order.reason, textLimits.RefuseCorrectionOrder.reason);
    return { refusedById: staffIdOf(tx.viewer), refusedAt: new Date(), refusal };
  });
}

const shown = ({ title, refusal }: Correction) => ({ title, refusal });

async function answer(
  tx: Tx,
  { correction: id, version }: ApproveCorrectionOrder,
  kind: EventKind,
  next: (session: Session) => Partial<Correction>,
): Promise<Changed> {
  const found = await findById(tx, Correction, id);
  if (!found) throw new NotFound('訂正が見つかりません。');
  const session = await sessionToCorrect(tx, found.sessionId);
  if (found.refusedById) throw new Invalid('もう差し戻された訂正です。', { correction: '要るものは、新しい訂正として書いてください。' });
  if (!found.takesTwo || found.approvedById) throw new Invalid('もう立っている訂正です。', { correction: '確かめることはありません。' });
  if (found.madeById === staffIdOf(tx.viewer))
    throw new Invalid('書いた人とは別の人が確かめます。', { correction: 'もう一人の司会・書記・コーディネーターに頼んでください。' });
  await changeVersioned(tx, Correction, { id: found.id, version }, shown, () => next(session));
  return told(tx, kind, found);
}

/** Of a case it tells no more than that there is something new of it: those who have left the table for it hear it, too. */
async function told(tx: Tx, kind: EventKind, { id, sessionId: session, agendaItemId, caseId }: Correction): Promise<Changed> {
  const about = caseId && agendaItemId ? caseChanged(agendaItemId) : { kind, subjectType: 'Correction', subjectId: id };
  await announce(tx, { session, ...about, audiences: ['console'] });
  return { type: 'Correction', id, session };
}
