import type { BoardItem, BoardSession } from './board-document';

/**
 * What the wall shows of `now`, when it showed `before`. A frozen wall keeps its picture: what is written meanwhile waits. What is taken away
 * goes all the same, a line that was parked and the whole item once it is not there any more: freezing holds nothing up that must leave.
 */
export function pictureOf(before: BoardSession | null | undefined, now: BoardSession | null | undefined): BoardSession | null | undefined {
  if (now?.wall !== 'FROZEN' || !before || before.id !== now.id || before.status !== now.status) return now;
  const still = { ...now, step: before.step, focus: before.focus, indicator: before.indicator };
  if (!before.frontItem) return before.focus === 'INDICATOR' ? still : now;
  const { frontItem } = now;
  if (frontItem?.id !== before.frontItem.id || !sameMatter(frontItem, before.frontItem)) return now;
  return { ...still, frontItem: without(before.frontItem, frontItem) };
}

const sameMatter = (now: BoardItem, before: BoardItem): boolean => now.card?.id === before.card?.id && now.issue?.id === before.issue?.id;

function without(shown: BoardItem, now: BoardItem): BoardItem {
  const still = <Row extends { readonly id: string }>(rows: readonly Row[], there: readonly Row[]) =>
    rows.filter(({ id }) => there.some((row) => row.id === id));
  return {
    ...shown,
    notes: still(shown.notes, now.notes),
    roles: still(shown.roles, now.roles),
    actionItems: still(shown.actionItems, now.actionItems),
    decisions: still(shown.decisions, now.decisions),
    links: still(shown.links, now.links),
  };
}
