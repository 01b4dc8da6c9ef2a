import { graphql } from '../graphql/graphql';
import type { Named } from './administration-document';

/** A line of the audit of sign-ins. */
export interface SignInEvent {
  readonly id: string;
  readonly at: string;
  readonly event: string;
  readonly way: string | null;
  readonly staff: Named | null;
  readonly place: string | null;
  readonly isUsual: boolean;
}

export const SignInEventsDocument = graphql<{ readonly signInEvents: readonly SignInEvent[] }, { readonly troubled: boolean }>`
  query SignInEvents($troubled: Boolean) {
    signInEvents(troubled: $troubled, limit: 200) {
      id
      at
      event
      way
      staff {
        id
        name
      }
      place
      isUsual
    }
  }
`;
