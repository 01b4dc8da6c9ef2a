import type { BoardWords } from '../words/board-words';
import { cityDay, dayAndWeekday } from '../words/era-date';
import type { BoardAction } from './board-document';
import { Entered, Own, useBoardWords } from './lettering';
import { useFit } from './use-fit';
import { ZoneHead } from './zone-head';

/** More would be too much to take in below something else, even where they fit. */
const MOST_SHOWN = 3;

/** Bottom: the newest things to do, newest first, or `all` where the stage is theirs. The list comes in the order of their making. */
export function ActionsStrip({ actions, all = false }: { actions: readonly BoardAction[]; all?: boolean }) {
  const words = useBoardWords();
  const newest = actions.toReversed().slice(0, all ? undefined : MOST_SHOWN);
  const [list, shown] = useFit<HTMLUListElement>(newest);
  return (
    <section className={all ? 'board-actions' : 'board-actions board-strip'}>
      <ZoneHead title={heading(actions, words)} rest={actions.length - shown} empty={actions.length === 0 && words.noActions} />
      <ul ref={list}>
        {newest.slice(0, shown).map((action) => (
          <li key={action.id} className="board-action" data-status={action.status}>
            <span className="board-due">
              <Own>{dueOf(action, words)}</Own>
            </span>
            <span className="board-what">
              <Entered>{action.title}</Entered>
            </span>
            <span className="board-who">
              {action.organization ? <Entered>{action.organization.name}</Entered> : <Own>{words.anybody}</Own>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function heading(actions: readonly BoardAction[], words: BoardWords): string {
  const open = actions.filter((action) => action.status === 'OPEN').length;
  if (open > 0) return words.openActions(open);
  return actions.length > 0 ? words.allDone : words.actions;
}

function dueOf(action: BoardAction, words: BoardWords): string {
  if (action.status === 'DONE') return `● ${words.done}`;
  if (!action.dueOn) return words.noDue;
  const day = dayAndWeekday(action.dueOn);
  return action.dueOn < cityDay() ? `${words.late} ${day}` : day;
}
