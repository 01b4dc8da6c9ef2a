import { useQuery } from '@apollo/client/react';
import { isAttended } from '../ui/attended';
import { InboxStandingDocument } from './inbox-document';

const ASK_EVERY_MS = 5_000;

/** How much lies in the inbox, asked for again and again while somebody is at the page: numbers alone, which leave no row in the read audit. Undefined while that is not known, and for whoever has none. */
export function useInboxStanding(): { readonly open: number; readonly late: number; readonly mark: string } | undefined {
  const { data } = useQuery(InboxStandingDocument, {
    fetchPolicy: 'no-cache',
    pollInterval: ASK_EVERY_MS,
    skipPollAttempt: () => !isAttended(),
  });
  return data?.inboxStanding ?? undefined;
}
