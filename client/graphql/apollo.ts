import { ApolloClient, ApolloLink, InMemoryCache } from '@apollo/client';
import { ServerError } from '@apollo/client/errors';
import { BaseHttpLink } from '@apollo/client/link/http';
import { RetryLink } from '@apollo/client/link/retry';
import { OperationTypeNode } from 'graphql';
import { requestKey } from './request-key';

const TRIES = 3;
const FIRST_WAIT_MS = 300;

/** Marks every mutation with a key, before any retry: its own, or the one that it was made with. Whatever the network does, it takes effect once. */
const idempotency = new ApolloLink((operation, forward) => {
  if (operation.operationType === OperationTypeNode.MUTATION) {
    const { idempotencyKey = requestKey() } = operation.getContext();
    operation.setContext({ headers: { 'idempotency-key': idempotencyKey } });
  }
  return forward(operation);
});

/** Only what never got an answer is asked again; an answer that says no stands. */
const retry = new RetryLink({
  delay: { initial: FIRST_WAIT_MS, jitter: true },
  attempts: { max: TRIES, retryIf: (error) => !ServerError.is(error) },
});

/** The console's one client. Frames of the live board are written into the same cache (see `useLiveSession`). */
export function createApollo(): ApolloClient {
  return new ApolloClient({
    link: ApolloLink.from([idempotency, retry, new BaseHttpLink({ uri: '/graphql', credentials: 'same-origin' })]),
    cache: new InMemoryCache(),
    defaultOptions: { watchQuery: { fetchPolicy: 'cache-and-network' } },
  });
}
