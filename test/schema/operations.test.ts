import { readdirSync, readFileSync } from 'node:fs';
import { getNamedType, isObjectType, Kind, OperationTypeNode, print, validate } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Viewer } from '#server/access/viewer';
import { costFault } from '#server/hub/cost';
import { limitFault } from '#server/hub/limits';
import { planFor, routeOf } from '#server/hub/route';
import { aTown, type Town } from '#test/kit/a-town';
import { type Lanes, lanesOf } from '#test/kit/lanes';
import { todaysSession } from '#test/kit/steer';
import { type StoredOperation, storedOperations } from '#test/kit/stored-operations';

let town: Town;
let lanes: Lanes;
let operations: StoredOperation[];

beforeAll(async () => {
  town = await aTown();
  lanes = await lanesOf(town);
  operations = await storedOperations();
});
afterAll(() => town?.close());

/** What is worked out by the rules from facts is no tree of rows: it has no one statement, and not everybody may ask it. */
const workedOut = ['WhyVisible', 'WhoCouldSee', 'SimulateAccess', 'MinutesPage'];

describe('what the screens ask', () => {
  it('is all heard of', () => {
    const written = readdirSync('client', { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name) && !name.includes('playground') && !name.includes('.test.'))
      .flatMap((name) =>
        [...readFileSync(`client/${name}`, 'utf8').matchAll(/(?:^|`)\s*(?:query|mutation|subscription) ([A-Z]\w*)\s*[({]/gm)].map(
          ([, operation]) => operation,
        ),
      );
    console.log(`${operations.length} operations, ${written.length} of them of console and display`);
    expect(written.length).toBeGreaterThan(15);
    expect(operations.map(({ name }) => name)).toEqual(expect.arrayContaining(written));
    expect(new Set(operations.map(({ name }) => name)).size).toBe(operations.length);
  });

  it('fits the contract of whoever asks, and the limits', () => {
    const { contracts } = town.hub.graph.current;
    const faults = operations.flatMap(({ name, audience, document, operation }) =>
      [
        limitFault(document),
        // As long as a list may be asked for.
        costFault(contracts[audience], document, operation, { limit: 500 }),
        ...validate(contracts[audience], document),
      ].flatMap((fault) => (fault ? [`${name}: ${fault.message}`] : [])),
    );
    expect(faults).toEqual([]);
  });

  it('always asks for the id of what has one, so that the client can keep it', () => {
    const { contracts } = town.hub.graph.current;
    const missing: string[] = [];
    for (const { name, audience, document, operation } of operations.filter(({ isExample }) => !isExample)) {
      const schema = contracts[audience];
      const fragments = new Map(
        document.definitions.flatMap((each) => (each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each]] : [])),
      );
      type Sets = NonNullable<typeof operation.selectionSet>;
      const fields = (set: Sets): { name: string; set: Sets | undefined }[] =>
        set.selections.flatMap((each) => {
          if (each.kind === Kind.FIELD) return [{ name: each.name.value, set: each.selectionSet }];
          const part = each.kind === Kind.INLINE_FRAGMENT ? each : fragments.get(each.name.value);
          return part ? fields(part.selectionSet) : [];
        });
      const walk = (typeName: string, sets: readonly Sets[], at: string) => {
        const type = schema.getType(typeName);
        if (!isObjectType(type)) return;
        const found = sets.flatMap(fields);
        if (type.getFields().id && !found.some((each) => each.name === 'id')) missing.push(`${name}: ${at}`);
        for (const each of new Set(found.map((one) => one.name))) {
          const below = found.flatMap((one) => (one.name === each && one.set ? [one.set] : []));
          if (below.length > 0) walk(getNamedType(type.getFields()[each]?.type)?.name ?? '', below, `${at}.${each}`);
        }
      };
      walk(schema.getRootType(operation.operation)?.name ?? '', [operation.selectionSet], '');
    }
    expect(missing).toEqual([]);
  });

  it('of the core is read as one statement for each root field', () => {
    const { current } = town.hub.graph;
    const slow = operations.filter(
      ({ name, document, operation, audience }) =>
        operation.operation === OperationTypeNode.QUERY &&
        !workedOut.includes(name) &&
        routeOf(current, document, operation) === 'core' &&
        !planFor(current, document, operation, audience, { limit: 5 }),
    );
    expect(slow.map(({ name }) => name)).toEqual([]);
  });

  it('is answered alike on every road, for everyone who may ask', async () => {
    const { current } = town.hub.graph;
    const session = await todaysSession(town);
    const counts = { answers: 0, core: 0 };
    for (const stored of operations.filter(({ operation }) => operation.operation === OperationTypeNode.QUERY)) {
      for (const viewer of viewersOf(stored, session)) {
        const [one] = await town.rows<{ id: string }>(
          `select id from core.support_case where teams && $1 order by opened_on desc, id limit 1`,
          [viewer.teams],
        );
        const text = print(stored.document);
        const id = /\bsession\(/.test(text) ? session : one?.id;
        const simulated = { case: id, audience: 'STAFF', roles: ['caseworker'], attends: true, team: 'children', kind: 'SHIEN_KAIGI' };
        const variables = stored.name === 'SimulateAccess' ? simulated : { id, session, level: 'ROOM', done: false, limit: 8 };
        const question = { document: stored.document, operationName: stored.name, variables };
        const native = await lanes.native(question, viewer);
        expect([stored.name, native.errors]).toEqual([stored.name, []]);
        expect((await lanes.javascript(question, viewer)).data).toBe(native.data);
        expect((await lanes.hub(question, viewer)).data).toBe(native.data);
        counts.answers += 1;
        if (routeOf(current, stored.document, stored.operation) !== 'core') continue;
        expect((await lanes.core(question, viewer)).data).toBe(native.data);
        counts.core += 1;
      }
    }
    console.log(`${counts.answers} answers compared, ${counts.core} of them on the core's roads`);
    expect(counts.core).toBeGreaterThan(10);
    expect(counts.answers).toBeGreaterThan(counts.core);
  });
});

function viewersOf({ audience, name }: StoredOperation, session: string): Viewer[] {
  if (workedOut.includes(name)) return [town.viewer('facilitator')];
  if (audience === 'display') return [{ audience, actor: 'display:1', roles: [], teams: [], sessions: [], session }];
  if (audience === 'analyst') return [town.viewer('analyst'), town.viewer('facilitator')];
  return [town.viewer('facilitator'), town.viewer('elderly-care'), town.viewer('children')];
}
