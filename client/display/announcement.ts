import { boardWords as words } from '../words/board-words';
import type { BoardAction, BoardDecision, BoardItem, BoardRole, BoardSession } from './board-document';
import { itemTitle, tagOf } from './item-head';
import { noteWord } from './note-words';

/** One sentence for people who hear the board: what this act changed, or '' when nothing that is spoken did. */
export function announcement(before: BoardSession | null, now: BoardSession | null): string {
  if (!now) return before ? words.noSession : '';
  if (!before) return `${now.kindName} ${words.number(now.number)}`;
  if (now.status !== before.status && now.status === 'CLOSED') return words.over;
  if (now.wall !== before.wall && now.wall === 'HIDDEN') return words.hidden;
  if (now.frontItem?.id !== before.frontItem?.id) return now.frontItem ? headOf(now.frontItem) : words.between;
  if (now.step !== before.step) return now.steps[now.step] ?? '';
  if (!now.frontItem || !before.frontItem) return '';
  return (
    changed(before.frontItem.notes, now.frontItem.notes, (note) => `${noteWord(now, note.kind)} ${note.title}`) ||
    changed(before.frontItem.actionItems, now.frontItem.actionItems, actionSentence) ||
    changed(before.frontItem.roles, now.frontItem.roles, roleSentence) ||
    changed(before.frontItem.decisions, now.frontItem.decisions, decisionSentence)
  );
}

function headOf(item: BoardItem): string {
  return `${tagOf(item)} ${itemTitle(item)}`;
}

function roleSentence(role: BoardRole): string {
  return `${words.roles} ${role.title} ${role.organization?.name ?? words.unfilled}`;
}

function decisionSentence({ title, readBackAt }: BoardDecision): string {
  return readBackAt ? `${words.readBack} ${title}` : `${words.decisions} ${title}`;
}

function actionSentence(action: BoardAction): string {
  return action.status === 'DONE' ? `${words.done} ${action.title}` : `${action.title} ${action.organization?.name ?? words.anybody}`;
}

/** The sentence of the first row that is new or reads differently now. */
function changed<Row extends { readonly id: string }>(before: readonly Row[], now: readonly Row[], sentence: (row: Row) => string): string {
  const known = new Map(before.map((row) => [row.id, sentence(row)]));
  const row = now.find((candidate) => known.get(candidate.id) !== sentence(candidate));
  return row ? sentence(row) : '';
}
