import { inboxWords } from '../words/inbox-words';
import { useOrganizations } from './use-organizations';

/** Says, while one assigns something, that nobody at the organisation will find it in an inbox: then it is told outside the hub. */
export function NoDeskNote({ organization }: { organization: string | null }) {
  const chosen = useOrganizations().find(({ id }) => id === organization);
  return chosen && !chosen.hasDesk ? (
    <p className="hint" role="status">
      {inboxWords.noDesk}
    </p>
  ) : null;
}
