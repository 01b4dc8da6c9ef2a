import type { Problem } from '../graphql/problem';
import { consoleWords } from '../words/console-words';
import { isAsSeen } from './conflict-rows';
import { ReviseActionItem } from './session-changes';
import { type ActionData, actionIn } from './session-data';
import { useUndo } from './undo';
import { useAdding } from './use-adding';
import { useChange } from './use-change';

/** What a person writes of an action item; `organization` is an id. */
export interface ActionEntry {
  readonly title: string;
  readonly organization: string | null;
  readonly dueOn: string | null;
}

/** Adds an entry to the agenda item, or puts `action` right and remembers how it stood. Resolves to what the hub refused, if it did. */
export function useActionSaving(
  item: string,
  action: ActionData | undefined,
): readonly [save: (entry: ActionEntry) => Promise<Problem | undefined>, saving: boolean] {
  const { did } = useUndo();
  const adding = useAdding(item);
  const [revise, revising] = useChange(ReviseActionItem, { tell: false });
  const [restore] = useChange(ReviseActionItem);

  const putRight = (before: ActionData, entry: ActionEntry) => {
    const { id } = before;
    const seen: ActionEntry = entryOf(before);
    return revise({ action: id, version: before.version, ...entry }, { ...seen }, ({ reviseActionItem: { version } }) =>
      did({
        sentence: consoleWords.actions.revised(entry.title),
        stands: (session) => {
          const now = actionIn(session, id);
          return now !== undefined && isAsSeen({ ...entryOf(now) }, { ...entry });
        },
        back: async () => (await restore({ action: id, version, ...seen }, { ...entry })).done,
      }),
    );
  };

  const save = async (entry: ActionEntry): Promise<Problem | undefined> => {
    const outcome = action ? await putRight(action, entry) : await adding.action(entry);
    return outcome.done ? undefined : outcome.problem;
  };
  return [save, adding.busy || revising];
}

/** An action item as one writes it. */
export const entryOf = ({ title, organization, dueOn }: ActionData): ActionEntry => ({
  title,
  organization: organization?.id ?? null,
  dueOn,
});
