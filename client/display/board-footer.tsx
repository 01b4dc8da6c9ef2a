import type { Contact } from '../graphql/watch-board';
import { Own, useBoardWords } from './lettering';

/** Whether the board is alive, in words and shape, not only in colour; and what this screen never shows. */
export function BoardFooter({ contact, lostAt }: { contact: Contact; lostAt: Date }) {
  const words = useBoardWords();
  return (
    <footer className="board-footer" data-contact={contact}>
      <p className="board-contact" role="status">
        <Own>{contact === 'live' ? `● ${words.live}` : `▲ ${contact === 'recovering' ? words.recovering(lostAt) : words.connecting}`}</Own>
      </p>
      <p>
        <strong className="board-badge">
          <Own>{words.anonymous}</Own>
        </strong>
        <span className="board-badge-means">
          <Own>{words.anonymousMeans}</Own>
        </span>
      </p>
    </footer>
  );
}
