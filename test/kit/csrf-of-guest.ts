import { csrfOf } from '#server/hub/identity/csrf';

/** What the pages of a guest know of their sign-in, for `connection_init`. */
export function csrfOfGuest({ headers }: { readonly headers: Readonly<Record<string, string>> }): { csrf?: string } {
  const secret = /hub_session=([^;]+)/.exec(headers.cookie ?? '')?.[1];
  return secret ? { csrf: csrfOf(secret) } : {};
}
