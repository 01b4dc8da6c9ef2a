import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { organizationId } from '#seeds/plan/organizations';
import { asViewer } from '#server/database/as-viewer';
import { aTable } from '#test/kit/a-table';
import { aTown, type Guest, type Town } from '#test/kit/a-town';
import { boardLog, steered } from '#test/kit/steer';

const REASON = '録音を聞き直した。';
let town: Town;
let facilitator: Guest;
let recorder: Guest;
/** A 重層的支援会議 that has ended, and the next one: whoever left the table for the case reads the log of both. */
let session: string;
let next: string;
let item: string;
let lines: Readonly<Record<'decision' | 'action' | 'role' | 'deferral', string>>;

beforeAll(async () => {
  town = await aTown();
  [facilitator, recorder] = await Promise.all([town.as('facilitator'), town.as('recorder')]);
  ({ session, item } = await aTable(town, facilitator));
  const { id: decision } = await steered(facilitator, 'recordDecision', { item, title: '月に二度、集まる' });
  await steered(facilitator, 'readBackDecision', { decision, done: true, version: 1 });
  const due = { title: '昼に訪ねる', organization: organizationId('houkatsu'), dueOn: '2999-01-31' };
  const { id: action } = await steered(facilitator, 'addActionItem', { item, ...due });
  const { id: role } = await steered(facilitator, 'addRole', { item, title: '送り迎え' });
  const owner = town.viewer('facilitator').actor.slice('staff:'.length);
  const { id: deferral } = await steered(facilitator, 'deferPoint', { session, point: `ROLE/${role}`, reason: '次に決める', owner });
  lines = { decision, action, role, deferral };
  const { data } = await facilitator.ask('query ($id: ID!) { session(id: $id) { version } }', { id: session });
  await steered(facilitator, 'closeSession', { session, version: data.session.version });
  const order = { kind: 'JUSOTEKI_CASE', title: '次の相談', heldOn: '2026-12-20', place: '会議室' };
  next = (await steered(facilitator, 'createSession', order)).id;
});
afterAll(() => town?.close());

const told = async (of: string) =>
  (
    await town.database.pool.query<{ kind: string; type: string; id: string }>(
      'select kind, subject_type as type, subject_id as id from hub.board_event where session_id = $1 order by seq',
      [of],
    )
  ).rows;
/** What the log says that happened while `acts` did. */
const during = async (of: string, acts: () => Promise<unknown>) => {
  const before = (await told(of)).length;
  await acts();
  return (await told(of)).slice(before);
};

describe('the log of a session', () => {
  it('tells of a correction of a case that there is something new of the case, and not that its record was wrong, nor who was right', async () => {
    const correction = { session, line: lines.decision, title: '月に一度、集まる', reason: REASON };
    const events = await during(session, async () => {
      const { id } = await steered(facilitator, 'correctRecord', correction);
      await steered(recorder, 'refuseCorrection', { correction: id, reason: '聞き違い', version: 1 });
      const { id: again } = await steered(facilitator, 'correctRecord', correction);
      await steered(recorder, 'approveCorrection', { correction: again, version: 1 });
    });
    expect(events).toEqual(Array.from({ length: 4 }, () => ({ kind: 'CASE_CHANGED', type: 'AgendaItem', id: item })));
  });

  it('tells nothing else of what an earlier session left open of a case and this one settles, leaves and takes back', async () => {
    const versionOf = async (table: string, id: string) =>
      (await town.rows<{ version: number }>(`select version from core.${table} where id = $1`, [id]))[0]?.version;
    const { action, deferral } = lines;
    const events = await during(next, async () => {
      await steered(facilitator, 'settleCarriedOver', { session: next, deferral, version: await versionOf('deferral', deferral) });
      await steered(recorder, 'unsettleCarriedOver', { session: next, deferral }, 'id');
      await steered(facilitator, 'settleCarriedOver', { session: next, action, version: await versionOf('action_item', action) });
      await steered(recorder, 'unsettleCarriedOver', { session: next, action }, 'id');
    });
    expect(events).toEqual(Array.from({ length: 4 }, () => ({ kind: 'CASE_CHANGED', type: 'Session', id: next })));
    const [row] = await town.rows('select status, looked_in as in from core.action_item where id = $1', [action]);
    expect(row).toEqual({ status: 'OPEN', in: null });
  });

  it('is not made to tell it past the hub either, while of what is no case it says what happened', async () => {
    const [correction] = await town.rows<{ id: string }>('select id from core.correction where case_id is not null limit 1');
    const write = (kind: string, subject: string | undefined) =>
      asViewer(town.database, town.viewer('facilitator'), (tx) =>
        tx.query(
          `insert into hub.board_event (session_id, audience, seq, kind, subject_type, subject_id) values ($1, 'console', 9000, $2, 'x', $3)`,
          [next, kind, subject],
        ),
      );
    for (const [kind, subject] of [
      ['RECORD_CORRECTED', correction?.id],
      ['CORRECTION_REFUSED', correction?.id],
      ['CARRIED_OVER_SETTLED', lines.action],
      ['CARRIED_OVER_LEFT', lines.deferral],
      ['ROLE_RENAMED', lines.role],
      ['ACTION_DONE', lines.action],
      ['DECISION_REWORDED', lines.decision],
      ['POINT_RESUMED', lines.deferral],
    ] as const)
      await expect(write(kind, subject), kind).rejects.toMatchObject({ code: '42501' });
    expect((await boardLog(town, next)).map(({ kind }) => kind)).not.toContain('CARRIED_OVER_SETTLED');
  });

  it('of which a desk does not say that the room has looked at something, nor the room a moment of its own', async () => {
    const write = (persona: 'facilitator' | 'elderly-care', set: string) =>
      asViewer(town.database, town.viewer(persona), (tx) => tx.query(`update core.action_item set ${set} where id = '${lines.action}'`));
    await write('facilitator', `looked_in = '${next}', looked_at = '2020-01-01'`);
    const [row] = await town.rows(`select looked_at > now() - interval '1 minute' as now from core.action_item where id = $1`, [
      lines.action,
    ]);
    expect(row).toEqual({ now: true });
    await expect(write('facilitator', `looked_in = '${session}', looked_at = now()`), 'a session that is over').rejects.toMatchObject({
      code: '42501',
    });
  });
});
