import { useQuery } from '@apollo/client/react';
import { graphql } from '../graphql/graphql';
import { type Problem, problemOf } from '../graphql/problem';

/** Who is looking. Only what every contract has, the analyst's too. */
export interface Me {
  readonly id: string;
  readonly name: string;
  readonly audience: string;
  readonly roles: readonly string[];
}

export const Viewer = graphql<{ me: Me | null }>`
  query Viewer {
    me {
      id
      name
      audience
      roles
    }
  }
`;

/** `me` is null when nobody is signed in, undefined while that is not known yet. */
export function useMe(): { me: Me | null | undefined; problem?: Problem; again: () => void } {
  const { data, error, refetch } = useQuery(Viewer);
  const problem = error ? problemOf(error) : undefined;
  const again = (): void => void refetch();
  if (problem?.code === 'UNAUTHENTICATED') return { me: null, again };
  return { me: data?.me, problem: data ? undefined : problem, again };
}

/** Whether this person may put a conference on a screen in the room, and take it off. */
export function mayPair(me: Me | null | undefined): boolean {
  return ['facilitator', 'coordinator'].some((role) => me?.roles.includes(role));
}

/** Whether this person may try out what others would see. The hub decides again for every question. */
export function mayAskAccess(me: Me | null | undefined): boolean {
  return ['coordinator', 'administrator'].some((role) => me?.roles.includes(role));
}

/** Whether this person may change what stands on the board of a conference. The hub decides again for every change. */
export function maySteer(me: Me | null | undefined): boolean {
  return ['facilitator', 'recorder', 'coordinator'].some((role) => me?.roles.includes(role));
}

/** Whether this person looks after what was written down: the readings of their 担当, or people's own requests. */
export function mayOversee(me: Me | null | undefined): boolean {
  return ['supervisor', 'disclosure-officer'].some((role) => me?.roles.includes(role));
}
