import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asSystem } from '#server/database/as-viewer';
import { aTown, type Town } from '#test/kit/a-town';
import { firstAdministrators, type Holder, visitor } from '#test/kit/visitor';

const japanese = /[ぁ-んァ-ヶ一-龠]/;
let town: Town;
let holder: Holder;

beforeAll(async () => {
  town = await aTown();
  [holder] = (await firstAdministrators(town, 1)) as [Holder];
});
afterAll(() => town?.close());

describe('a setup link of the console', () => {
  it('is good for nothing when it is old, or when the console has printed another', async () => {
    const [token = ''] = await town.hub.identity.setup.firstLinks();
    await asSystem(town.database, 'hub_system', (query) => query(`update hub.first_setup set expires_at = now() - interval '1 second'`));
    expect((await visitor(town).post('/sign-in/setup/look', { token })).status).toBe(404);
    const [next = ''] = await town.hub.identity.setup.firstLinks();
    const [last = ''] = await town.hub.identity.setup.firstLinks();
    expect((await visitor(town).post('/sign-in/setup/look', { token: next })).status).toBe(404);
    expect((await visitor(town).post('/sign-in/setup/look', { token: last })).status).toBe(200);
  });

  it('is good once, for a day, for two administrators and no third', async () => {
    const [token = '', ...more] = await town.hub.identity.setup.firstLinks();
    expect(more, 'one of two is there already').toEqual([]);
    const order = { token, name: '青柳 つぎえ(架空)', login: 'kanri-2', password: holder.password };
    expect((await visitor(town).post('/sign-in/setup/look', { token })).body).toEqual({ kind: 'FIRST' });
    const weak = await visitor(town).post('/sign-in/setup', { ...order, password: 'Kanri-2-Kanri-2', login: 'Kanri 2' });
    expect(Object.keys(weak.body.fields).sort()).toEqual(['login', 'password']);
    expect((await visitor(town).post('/sign-in/setup', { ...order, login: holder.login })).body.fields.login).toMatch(japanese);
    const both = await Promise.all([1, 2].map((n) => visitor(town).post('/sign-in/setup', { ...order, login: `kanri-2${n}` })));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 404]);
    expect(await town.hub.identity.setup.firstLinks()).toEqual([]);
    expect((await visitor(town).post('/sign-in/setup', { ...order, login: 'kanri-3' })).status).toBe(404);
  });
});
