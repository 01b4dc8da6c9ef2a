import { randomUUID } from 'node:crypto';
import type { Tx } from '#server/database/as-viewer';
import type { Changed } from '#server/database/change';
import { findById } from '#server/database/find-by-id';
import { changeVersioned } from '#server/database/versioned';
import { staffIdOf } from '#server/directory/staff-id-of';
import { announce } from '#server/events/board-log';
import type { EventKind } from '#server/events/event-kind';
import { Invalid, NotFound } from '#server/kernel/problem';
import { CommunityIssue } from '#server/resources/community-issue';
import { putOnAgenda } from './agenda';
import { BoardNote } from './board-note';
import type { ApproveIssueOrder, IssueOrder } from './note-orders';
import { shownNote } from './say';
import type { Session } from './session';
import { itemToSteer, sessionToSteer } from './steer';
import { insistNameless, namelessLine } from './text';
import { textLimits } from './text-limits';

/** What an issue is filed under that no case stands behind. */
const TOPIC = '社会資源の不足';

/**
 * Drafts a community issue from a gap that was named in the room, under the gap's own words. Nothing of it is on a wall before a second person
 * has approved it; a conference that does not speak of issues raises none.
 */
export async function raiseIssue(tx: Tx, order: IssueOrder): Promise<Changed> {
  const { note, session } = await gap(tx, order.note);
  const description = namelessLine('description', '説明', order.description, textLimits.IssueOrder.description);
  if (note.kind !== 'GAP') throw new Invalid('地域課題にできるのは、足りない社会資源の声です。', { note: 'ほかの声を選んでください。' });
  if (note.held || note.takenAt)
    throw new Invalid('会場に出していない声は、地域課題にできません。', { note: '会場に出してから行ってください。' });
  if (note.issueId) throw new Invalid('もう地域課題にしてあります。', { note: '別の人が確かめるのを待っています。' });
  insistNameless('note', '声', note.title);
  const issueId = randomUUID();
  await tx.query(
    `insert into core.community_issue (id, title, description, topics, state, drafted_by, case_count) values ($1, $2, $3, $4, 'DRAFT', $5, 0)`,
    [issueId, note.title, description, [TOPIC], staffIdOf(tx.viewer)],
  );
  await changeVersioned(tx, BoardNote, { id: note.id, version: order.version }, shownNote, () => ({ issueId }));
  return told(tx, session, note, 'ISSUE_RAISED');
}

/** A second person approves the issue, which stands on the agenda then. Throws `Invalid` for whoever raised it. */
export async function approveIssue(tx: Tx, order: ApproveIssueOrder): Promise<Changed> {
  const { note, session } = await gap(tx, order.note);
  const issue = note.issueId ? await findById(tx, CommunityIssue, note.issueId) : null;
  if (issue?.state !== 'DRAFT') throw new Invalid('確かめる地域課題がありません。', { note: '先に地域課題を起こしてください。' });
  await changeVersioned(tx, BoardNote, { id: note.id, version: order.version }, shownNote, () => ({}));
  const approved = await tx.query(
    `update core.community_issue set state = 'APPROVED', approved_by = $2, version = version + 1 where id = $1 and state = 'DRAFT' and drafted_by <> $2 returning id`,
    [issue.id, staffIdOf(tx.viewer)],
  );
  if (approved.flat().length < 2)
    throw new Invalid('起こした人とは別の人が確かめます。', { note: 'もう一人の司会・書記に頼んでください。' });
  await putOnAgenda(tx, { session: session.id, issue: issue.id });
  return told(tx, session, note, 'ISSUE_APPROVED');
}

/** The note, in a conference whose agenda takes community issues. The session is held alone from the beginning: an item is put on it. */
async function gap(tx: Tx, id: string): Promise<{ readonly note: BoardNote; readonly session: Session }> {
  const note = await findById(tx, BoardNote, id);
  if (!note) throw new NotFound('声が見つかりません。');
  const session = await sessionToSteer(tx, note.sessionId, 'alone', 'issue');
  await itemToSteer(tx, note.agendaItemId);
  return { note, session };
}

async function told(tx: Tx, session: Session, note: BoardNote, kind: EventKind): Promise<Changed> {
  await announce(tx, { session: session.id, kind, subjectType: 'BoardNote', subjectId: note.id, audiences: ['console'] });
  return { type: 'BoardNote', id: note.id, session: session.id };
}
