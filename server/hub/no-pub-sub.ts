import type { PubSub } from 'type-graphql';

/** type-graphql wants a pub/sub to declare subscriptions; ours live on the board log, and nothing is ever published here. */
export const noPubSub: PubSub = {
  publish: () => {
    throw new Error('events are announced in the board log');
  },
  subscribe: () => {
    throw new Error('live queries are run by the hub');
  },
};
