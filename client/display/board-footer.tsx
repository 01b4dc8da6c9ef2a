import type { Contact } from '../graphql/watch-board';
import { boardWords as words } from '../words/board-words';

/** Whether the board is alive, in words and shape, not only in colour; and what this screen never shows. */
export function BoardFooter({ contact, lostAt }: { contact: Contact; lostAt: Date }) {
  return (
    <footer className="board-footer" data-contact={contact}>
      <p className="board-contact" role="status">
        {contact === 'live' ? `● ${words.live}` : `▲ ${contact === 'recovering' ? words.recovering(lostAt) : words.connecting}`}
      </p>
      <p>
        <strong className="board-badge">{words.anonymous}</strong>
        {words.anonymousMeans}
      </p>
    </footer>
  );
}
