import type { BoardWords } from '../words/board-words';
import type { BoardAction, BoardDecision, BoardItem, BoardLink, BoardRole, BoardSession } from './board-document';
import { itemTag, itemTitle } from './item-head';
import { asSaid, wordsOf } from './lettering';
import { noteWord } from './note-words';

/** One sentence for people who hear the board: what this act changed, or '' when nothing that is spoken did. */
export function announcement(before: BoardSession | null, session: BoardSession | null): string {
  const words = wordsOf(session ?? before ?? { easy: false });
  if (!session) return before ? words.noSession : '';
  const now = asSaid(session);
  if (!before) return `${now.kindName} ${words.number(now.number)}`;
  if (now.status !== before.status && now.status === 'CLOSED') return words.over;
  if (now.status !== before.status && now.status === 'CANCELLED') return words.cancelled;
  if (now.wall !== before.wall && now.wall === 'HIDDEN') return words.hidden;
  if (now.frontItem?.id !== before.frontItem?.id) return now.frontItem ? headOf(now.frontItem, words) : words.between;
  if (turned(before, now) && now.indicator) return `${words.indicator.tag(now.indicator.number)} ${now.indicator.name}`;
  if (now.step !== before.step) return now.steps[now.step] ?? '';
  if (!now.frontItem || !before.frontItem) return '';
  return (
    changed(before.frontItem.links, now.frontItem.links, (row) => linkSentence(row, words)) ||
    changed(before.frontItem.notes, now.frontItem.notes, (note) => `${noteWord(now, note.kind)} ${note.title}`) ||
    changed(before.frontItem.actionItems, now.frontItem.actionItems, (row) => actionSentence(row, words)) ||
    changed(before.frontItem.roles, now.frontItem.roles, (row) => roleSentence(row, words)) ||
    changed(before.frontItem.decisions, now.frontItem.decisions, (row) => decisionSentence(row, words))
  );
}

/** Whether the wall was turned to an indicator, or to another one. */
function turned(before: BoardSession, now: BoardSession): boolean {
  return now.focus === 'INDICATOR' && (before.focus !== 'INDICATOR' || before.indicator?.id !== now.indicator?.id);
}

function headOf(item: BoardItem, words: BoardWords): string {
  return `${itemTag(item, words)} ${itemTitle(item)}`;
}

function roleSentence(role: BoardRole, words: BoardWords): string {
  return `${words.roles} ${role.title} ${role.organization?.name ?? words.unfilled}`;
}

function linkSentence({ organization, title, kind }: BoardLink, words: BoardWords): string {
  return `${words.map.title} ${organization?.name ?? title} ${words.map.ties[kind]}`;
}

function decisionSentence({ title, readBackAt }: BoardDecision, words: BoardWords): string {
  return readBackAt ? `${words.readBack} ${title}` : `${words.decisions} ${title}`;
}

function actionSentence(action: BoardAction, words: BoardWords): string {
  return action.status === 'DONE' ? `${words.done} ${action.title}` : `${action.title} ${action.organization?.name ?? words.anybody}`;
}

/** The sentence of the first row that is new or reads differently now. */
function changed<Row extends { readonly id: string }>(before: readonly Row[], now: readonly Row[], sentence: (row: Row) => string): string {
  const known = new Map(before.map((row) => [row.id, sentence(row)]));
  const row = now.find((candidate) => known.get(candidate.id) !== sentence(candidate));
  return row ? sentence(row) : '';
}
