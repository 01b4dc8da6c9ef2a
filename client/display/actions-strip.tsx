import { boardWords as words } from '../words/board-words';
import { cityDay, dayAndWeekday } from '../words/era-date';
import type { BoardAction } from './board-document';
import { useFit } from './use-fit';

/** More would be too much to take in, even where they fit. */
const MOST_SHOWN = 3;

/** Bottom: the newest things to do, newest first. The list comes in the order of their making. */
export function ActionsStrip({ actions }: { actions: readonly BoardAction[] }) {
  const newest = actions.slice(-MOST_SHOWN).reverse();
  const [list, shown] = useFit<HTMLUListElement>(newest);
  const rest = actions.length - shown;
  return (
    <section className="board-actions">
      <h2>
        {heading(actions)}
        {rest > 0 ? <small>{words.andMore(rest)}</small> : null}
      </h2>
      {actions.length === 0 ? <p className="board-empty">{words.noActions}</p> : null}
      <ul ref={list}>
        {newest.slice(0, shown).map((action) => (
          <li key={action.id} className="board-action" data-status={action.status}>
            <span className="board-due">{dueOf(action)}</span>
            <span className="board-what">{action.title}</span>
            <span className="board-who">{action.organization?.name ?? words.anybody}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function heading(actions: readonly BoardAction[]): string {
  const open = actions.filter((action) => action.status === 'OPEN').length;
  if (open > 0) return words.openActions(open);
  return actions.length > 0 ? words.allDone : words.actions;
}

function dueOf(action: BoardAction): string {
  if (action.status === 'DONE') return `● ${words.done}`;
  if (!action.dueOn) return words.noDue;
  const day = dayAndWeekday(action.dueOn);
  return action.dueOn < cityDay() ? `${words.late} ${day}` : day;
}
