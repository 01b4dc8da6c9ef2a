import type { BoardLink } from '../display/board-document';
import { Button } from '../ui/button';
import { boardWords } from '../words/board-words';
import { duringWords } from '../words/during-words';
import { slideWords } from '../words/slide-words';
import { HeldNote, HoldButton } from './held-line';
import { ChangeLink, TakeLink } from './link-changes';
import { type LinkData, linkIn } from './session-data';
import { useUndo } from './undo';
import { useChange } from './use-change';

const { links: words } = slideWords;
const { take: takeWord, took } = duringWords.notes;
const ties = boardWords.map.ties;

/** The kinds of ties that can be drawn, with their words. */
export const linkKinds = (['STRONG', 'WEAK', 'STRAINED', 'PLANNED'] as const).map((id) => ({ id, name: ties[id] }));

/** One line of the map: how strong it is, whether it stands on the wall, and the way to take it away. Each can be taken back. */
export function LinkRow({ link, mayChange }: { link: LinkData; mayChange: boolean }) {
  const { did } = useUndo();
  const [change] = useChange(ChangeLink);
  const [take] = useChange(TakeLink);
  const { id, kind, version } = link;
  const name = link.organization?.name ?? link.title;
  const turn = async (to: BoardLink['kind']): Promise<void> => {
    const outcome = await change({ link: id, kind: to, version }, { kind });
    if (!outcome.done) return;
    const next = outcome.answer.changeLink.version;
    did({
      sentence: words.changed(name, ties[to]),
      stands: (session) => linkIn(session, id)?.version === next,
      back: async () => (await change({ link: id, kind, version: next }, { kind: to })).done,
    });
  };
  const away = async (): Promise<void> => {
    const outcome = await take({ link: id, taken: true, version }, { taken: false });
    if (!outcome.done) return;
    const next = outcome.answer.takeLink.version;
    did({
      sentence: took(name),
      stands: (session) => linkIn(session, id) === undefined,
      back: async () => (await take({ link: id, taken: false, version: next }, { taken: true })).done,
    });
  };
  return (
    <li className="row link-row" data-link={id}>
      <span className="note-what">
        <strong>{name}</strong>
        {mayChange ? null : <span>{ties[kind]}</span>}
        <HeldNote held={link.held} />
      </span>
      {mayChange ? (
        <span className="row-buttons">
          <select
            className="input"
            aria-label={words.kindOf(name)}
            value={kind}
            onChange={(event) => void turn(event.target.value as BoardLink['kind'])}
          >
            {linkKinds.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </select>
          <Button weight="quiet" onPress={() => void away()} aria-label={`${takeWord}：${name}`}>
            {takeWord}
          </Button>
          <HoldButton line={{ link: { ...link, title: name } }} />
        </span>
      ) : null}
    </li>
  );
}
