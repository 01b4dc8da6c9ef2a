import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { personas } from '#seeds/personas';
import { aTown, type Guest, type Town } from '#test/kit/a-town';
import { aBoard, steer, steered } from '#test/kit/steer';
import { markersIn } from './marker-owners';

let town: Town;
let facilitator: Guest;
let shelter: { readonly id: string; readonly name: string; readonly service: string };
beforeAll(async () => {
  town = await aTown();
  facilitator = await town.as('facilitator');
  const [found] = await town.rows<typeof shelter>(
    `select o.id, o.name, s.id as service from core.organization o join core.service s on s.organization_id = o.id where not o.is_public`,
  );
  shelter = found as typeof shelter;
});
afterAll(() => town?.close());

describe('the organisation of a shelter', () => {
  it.each(personas.map(({ key }) => key))('is listed to %s only where the 担当 uses it', async (persona) => {
    const guest = await town.as(persona);
    const { data, text } = await guest.ask(
      '{ organizations(limit: 500) { id name } resources(limit: 500) { id name organization { name } } }',
    );
    expect(data.organizations.length).toBeGreaterThan(30);
    const isOwn = persona === 'children';
    expect([text.includes(shelter.id), text.includes(shelter.name), text.includes(shelter.service)]).toEqual([isOwn, isOwn, isOwn]);
    expect(markersIn(text).length > 0).toBe(isOwn);
  });

  it('keeps its service whole for that 担当', async () => {
    const { data } = await (await town.as('children')).ask('query ($id: ID!) { resource(id: $id) { organization { name } } }', {
      id: shelter.service,
    });
    expect(data.resource).toEqual({ organization: { name: shelter.name } });
  });
});

describe('on a board', () => {
  const onAgenda = async (session: string): Promise<string> => {
    const [issue] = await town.rows<{ id: string }>(`select id from core.community_issue where state = 'APPROVED' order by id limit 1`);
    return (await steered(facilitator, 'putOnAgenda', { session, issue: issue?.id })).id;
  };
  /** Every way to name an organisation beside an item. */
  const everyWay = async (item: string) => {
    const role = await steered(facilitator, 'addRole', { item, title: '送迎' });
    const action = await steered(facilitator, 'addActionItem', { item, title: '送迎を頼む' });
    const organization = shelter.id;
    return [
      await steer(facilitator, 'addRole', { item, title: '見守り', organization }, 'organization { id }'),
      await steer(facilitator, 'assignRole', { role: role.id, version: 1, organization }, 'organization { id }'),
      await steer(facilitator, 'addActionItem', { item, title: '訪ねる', organization }, 'organization { id }'),
      await steer(facilitator, 'reviseActionItem', { action: action.id, title: '送迎', version: 1, organization }, 'organization { id }'),
    ];
  };

  it('it is not there for a facilitator who may not know of it', async () => {
    const { session } = await aBoard(facilitator);
    for (const { problem } of await everyWay(await onAgenda(session)))
      expect(problem).toMatchObject({ code: 'INVALID', message: '機関が見つかりません。' });
  });

  it('that is projected it is refused in words to one who may: the wall would show nobody in its place', async () => {
    await town.rows(`update core.organization set team_id = 'connection' where id = $1`, [shelter.id]);
    const { session } = await aBoard(facilitator);
    for (const { problem } of await everyWay(await onAgenda(session))) {
      expect(problem).toMatchObject({ code: 'INVALID', message: 'この機関の名前は、会場に映す会議には出せません。' });
      expect(problem?.fields).toEqual({ organization: '公開している機関を選ぶか、空けておいてください。' });
    }
    const named = `select id from core.role where organization_id = $1 union all select id from core.action_item where organization_id = $1`;
    expect(await town.rows(named, [shelter.id])).toEqual([]);
  });

  it('that stays in the room it may stand', async () => {
    const made = await steered(facilitator, 'createSession', { kind: 'CHONAI', title: '庁内', heldOn: '2026-11-24', place: '会議室' });
    for (const { done } of await everyWay(await onAgenda(made.id))) expect(done).toEqual({ organization: { id: shelter.id } });
  });
});
