import type { ServerProcess } from './server-process';

/** Signs a persona in at a hub and returns the cookie to send. */
export async function signIn(hub: ServerProcess, key: string, persona: string): Promise<string> {
  const response = await fetch(`${hub.address}/sign-in?as=${persona}&key=${key}`, { redirect: 'manual' });
  const cookie = response.headers.get('set-cookie')?.split(';')[0];
  if (!cookie) throw new Error(`${persona} could not sign in: ${response.status}`);
  return cookie;
}

/** Asks the hub something; throws when the answer holds errors. */
export async function ask<T>(hub: ServerProcess, cookie: string, query: string, variables: Readonly<Record<string, unknown>>): Promise<T> {
  const response = await fetch(`${hub.address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as { data?: T; errors?: unknown };
  if (errors || !data) throw new Error(`the hub answers ${JSON.stringify(errors)}`);
  return data;
}

/** Pairs a new display with a session and returns its token. */
export async function pairDisplay(hub: ServerProcess, facilitator: string, session: string): Promise<string> {
  const response = await fetch(`${hub.address}/display/pairing`, { method: 'POST', headers: { origin: hub.address } });
  const { code, token } = (await response.json()) as { code: string; token: string };
  await ask(hub, facilitator, 'mutation($session: ID!, $code: String!) { pairDisplay(input: { session: $session, code: $code }) { id } }', {
    session,
    code,
  });
  return token;
}
