import { Link } from '@tanstack/react-router';
import { inboxWords as words } from '../words/inbox-words';
import { useInboxStanding } from './use-inbox-standing';

/** At the top of the first page: how much conferences have asked of this person's organisation. Nothing where there is nothing. */
export function InboxCount() {
  const standing = useInboxStanding();
  if (!standing || standing.open === 0) return null;
  return (
    <p className="panel inbox-count" data-late={standing.late > 0 || undefined}>
      <Link to="/inbox">{words.count(standing.open, standing.late)}</Link>
    </p>
  );
}
