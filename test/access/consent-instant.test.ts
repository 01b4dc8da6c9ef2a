import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Viewer } from '#server/access/viewer';
import { claimsSql } from '#server/database/prelude';
import { aTown, type Town } from '#test/kit/a-town';

const receiver: Viewer = { audience: 'staff', actor: 'staff:1', roles: ['caseworker'], teams: ['livelihood'], sessions: [] };

let town: Town;
/** A consent for 困窮 to see a case that they do not serve. */
let consent: string;
let theCase: string;
beforeAll(async () => {
  town = await aTown();
  const [found] = await town.rows<{ id: string; case: string }>(
    `select k.id, k.case_id as case from core.consent k join core.support_case c on c.id = k.case_id join core.person_guard g on g.person_id = c.person_id
     where not g.protected and not c.teams @> '{livelihood}' order by k.id limit 1`,
  );
  consent = found?.id ?? '';
  theCase = found?.case ?? '';
  await town.rows(`update core.consent set receivers = array_remove(receivers, 'livelihood') where case_id = $1`, [theCase]);
  await town.rows(`update core.consent set receivers = '{livelihood}', classes = '{identity}' where id = $1`, [consent]);
});
afterAll(() => town?.close());

/** Whether the receiver sees the case at the very instant to which the terms of the consent are set: within one transaction, now() stands still. */
async function seesAt(from: string, until: string, withdrawn = 'null'): Promise<boolean> {
  const client: pg.PoolClient = await town.database.pool.connect();
  try {
    await client.query('begin; set local role hub_sower');
    await client.query(`update core.consent set valid_from = ${from}, valid_until = ${until}, withdrawn_at = ${withdrawn} where id = $1`, [
      consent,
    ]);
    await client.query('set local role hub_staff');
    await client.query(`select ${claimsSql(receiver)}`);
    const { rows } = await client.query('select id from core.support_case where id = $1', [theCase]);
    return rows.length > 0;
  } finally {
    await client.query('rollback').finally(() => client.release());
  }
}

describe('a consent, by the clock of the database', () => {
  const day = `interval '1 day'`;
  const instant = `interval '1 microsecond'`;
  it.each([
    ['counts from its first instant on', 'now()', `now() + ${day}`, 'null', true],
    ['does not count an instant before', `now() + ${instant}`, `now() + ${day}`, 'null', false],
    ['counts up to the last instant before its end', `now() - ${day}`, `now() + ${instant}`, 'null', true],
    ['does not count at its end', `now() - ${day}`, 'now()', 'null', false],
    ['does not count from the instant of its withdrawal on', `now() - ${day}`, `now() + ${day}`, 'now()', false],
  ] as const)('%s', async (_what, from, until, withdrawn, expected) => {
    expect(await seesAt(from, until, withdrawn)).toBe(expected);
  });
});
