import { getNamedType, getNullableType, isListType, isObjectType } from 'graphql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aTown, type Guest, type Town } from '#test/kit/a-town';

let town: Town;
let children: Guest;
beforeAll(async () => {
  town = await aTown();
  children = await town.as('children');
});
afterAll(() => town?.close());

const count = async (list: string, limit?: number | null) => {
  const query =
    limit === undefined ? `{ list: ${list} { __typename } }` : `query ($limit: Int) { list: ${list}(limit: $limit) { __typename } }`;
  return (await children.ask(query, { limit })).data?.list?.length;
};

it('a list is as long as it is asked to be, as its description says when nothing is asked, and never longer than it may be', async () => {
  expect([await count('cases', 3), await count('cases', 0), await count('cases', -5)]).toEqual([3, 0, 0]);
  expect([await count('cases'), await count('cases', 200), await count('cases', 1_000_000)]).toEqual([50, 200, 200]);
  expect(await count('cases', null)).toBeUndefined();
});

it('a list below a row too', async () => {
  const lengths = async (field: string) =>
    (await children.ask(`{ cases(limit: 20) { ${field} { id } } }`)).data.cases.map(
      (each: { resources: unknown[] }) => each.resources.length,
    );
  expect(Math.max(...(await lengths('resources')))).toBe(10);
  expect(Math.max(...(await lengths('resources(limit: 2)')))).toBe(2);
  expect(Math.max(...(await lengths('resources(limit: 40)')))).toBeGreaterThan(10);
  expect(Math.max(...(await lengths('resources(limit: 900)')))).toBeLessThanOrEqual(50);
});

it('every root list that grows with the city has a limit', () => {
  const query = town.hub.graph.current.contracts.staff.getQueryType()?.getFields() ?? {};
  const lists = Object.values(query).filter(({ type }) => isListType(getNullableType(type)) && isObjectType(getNamedType(type)));
  const unlimited = lists.filter(({ args }) => !args.some(({ name }) => name === 'limit')).map(({ name }) => name);
  console.log(`${lists.length} root lists`);
  // What the plan and the law print, and who there is: as long as these and the directory, whatever the city.
  expect(unlimited.sort()).toEqual(
    ['consentWordings', 'disclosureRegimes', 'indicators', 'organizations', 'programmes', 'retentionRules', 'statistics', 'teams'].filter(
      (name) => unlimited.includes(name),
    ),
  );
});
