/**
 * What only a page of this hub can know of its sign-in, for `connectionParams`. Asked for at every connection: it changes with the sign-in. Where
 * nobody is signed in there is none, and the hub says so; where the hub does not answer, the socket's own limit ends the wait.
 */
export async function csrf(): Promise<Record<string, unknown>> {
  try {
    const answer = await fetch('/session', { credentials: 'same-origin', cache: 'no-store' });
    return answer.ok ? { csrf: ((await answer.json()) as { csrf?: string }).csrf } : {};
  } catch {
    return new Promise(() => undefined);
  }
}
