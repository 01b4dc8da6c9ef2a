import { type AuditFail, serverAudits } from 'graphql-http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aTown, type Town } from '#test/kit/a-town';

let town: Town;
let cookie: string;

beforeAll(async () => {
  town = await aTown();
  cookie = (await town.as('facilitator')).headers.cookie ?? '';
});
afterAll(() => town?.close());

/** As the hub's own pages ask: with the cookie, and the header by which a browser says that it is one of them. */
const fromOwnPage: typeof fetch = (input, init) =>
  fetch(input, { ...init, headers: { ...(init?.headers as Record<string, string>), cookie, 'sec-fetch-site': 'same-origin' } });

const audits = serverAudits({ url: () => `${town.origin}/graphql`, fetchFn: fromOwnPage });

describe('GraphQL over HTTP, by the audit of the reference implementation, with the protection against forged requests on', () => {
  it('has 61 audits', () => {
    expect(new Set(audits.map(({ id }) => id)).size).toBe(61);
  });

  it.each(audits.map(({ id, name, fn }) => ({ id, name, fn })))('$id: $name', async ({ fn }) => {
    const result = await fn();
    const { reason } = result as AuditFail;
    expect([result.status, reason]).toEqual(['ok', undefined]);
  });
});
