import { boardWords } from '../words/board-words';
import { slideWords } from '../words/slide-words';
import { AddLinkForm } from './add-link';
import { LinkRow } from './link-row';
import type { ItemData, Named } from './session-data';

const words = slideWords.links;

interface LinksPanelProps {
  readonly item: ItemData;
  readonly organizations: readonly Named[];
  readonly mayChange: boolean;
}

/** エコマップ on the desk: what the matter is tied to, line by line. Whoever has a role and no line stands on the map all the same. */
export function LinksPanel({ item, organizations, mayChange }: LinksPanelProps) {
  return (
    <section className="panel links-panel" aria-labelledby="links-title">
      <h2 id="links-title">{boardWords.map.title}</h2>
      <p className="hint">{item.links.length === 0 ? words.empty : words.hint}</p>
      <ul className="rows">
        {item.links.map((link) => (
          <LinkRow key={link.id} link={link} mayChange={mayChange} />
        ))}
      </ul>
      {mayChange ? <AddLinkForm key={item.id} item={item.id} organizations={organizations} /> : null}
    </section>
  );
}
