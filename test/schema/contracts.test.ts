import { buildSchema, isInterfaceType, isObjectType, isUnionType, parse, printSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import { exposure } from '#server/access/field-class';
import { departments } from '#server/departments/registry';
import { compose, schemaOf } from '#server/hub/compose';
import { cutContract } from '#server/hub/contract';
import { buildSubgraphs } from '#server/hub/hub';

const { core, departments: parts } = buildSubgraphs(departments);
const subgraphs = [core, ...parts.values()];
const composed = compose(subgraphs.map(({ name, sdl }) => ({ name, sdl, url: `embedded:${name}` })));
const contracts = {
  staff: schemaOf(composed.contractSdl.staff),
  display: schemaOf(composed.contractSdl.display),
  analyst: schemaOf(composed.contractSdl.analyst),
};

const federation =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@tag", "@inaccessible", "@shareable"])';
const cut = (sdl: string, contract: 'display' | 'analyst' = 'display') => {
  const { contractSdl } = { contractSdl: compose([{ name: 'core', sdl: `${federation}\n${sdl}`, url: 'embedded:core' }]).contractSdl };
  return contractSdl[contract];
};

describe('a contract', () => {
  it('keeps the tagged fields of tagged types, and what they reach', () => {
    const sdl = cut(`
      type Query { board: Board @tag(name: "display") secrets: [Secret!] }
      type Board @tag(name: "display") { title: String! @tag(name: "display") place: String state: State! @tag(name: "display") }
      enum State { OPEN CLOSED } enum Unused { A } type Secret { id: ID! }`);
    expect(printSchema(buildSchema(sdl))).toBe(
      printSchema(buildSchema('type Query { board: Board } type Board { title: String! state: State! } enum State { OPEN CLOSED }')),
    );
  });

  it('is refused when one of its fields leads out of it', () => {
    expect(() =>
      cut(
        'type Query { board: Board @tag(name: "display") } type Board @tag(name: "display") { case: Case @tag(name: "display") } type Case { id: ID! }',
      ),
    ).toThrow('contract display: Board.case leads to Case, which is outside it');
    expect(() => cut('type Query { boards: [Board!]! @tag(name: "display") } type Board { title: String! @tag(name: "display") }')).toThrow(
      'Query.boards leads to Board',
    );
  });

  it('does not grow when a new field is added to a tagged type', () => {
    const before = cut(
      'type Query { board: Board @tag(name: "display") } type Board @tag(name: "display") { title: String! @tag(name: "display") }',
    );
    expect(
      cut(
        'type Query { board: Board @tag(name: "display") } type Board @tag(name: "display") { title: String! @tag(name: "display") name: String }',
      ),
    ).toBe(before);
  });

  it('takes no tag of another contract for its own', () => {
    const sdls = ['type Query { a: Int @tag(name: "analyst") b: Int @tag(name: "display") }'];
    expect(cutContract(sdls[0] as string, sdls, 'analyst')).not.toContain('b: Int');
  });
});

describe('the contracts of this house', () => {
  it('are parts of the whole: no type, field or argument that staff does not have', () => {
    for (const audience of ['display', 'analyst'] as const) {
      let fields = 0;
      for (const type of Object.values(contracts[audience].getTypeMap())) {
        if (type.name.startsWith('__') || !isObjectType(type)) continue;
        const whole = contracts.staff.getType(type.name);
        if (!isObjectType(whole)) throw new Error(`${audience}: ${type.name}`);
        for (const field of Object.values(type.getFields())) {
          fields += 1;
          expect(`${type.name}.${field.name}: ${field.type}`).toBe(`${type.name}.${field.name}: ${whole.getFields()[field.name]?.type}`);
        }
      }
      console.log(`${audience}: ${fields} fields`);
      expect(fields).toBeGreaterThan(20);
    }
  });

  it('give display and analyst no change, and the analyst nothing live', () => {
    for (const audience of ['display', 'analyst'] as const) expect(contracts[audience].getMutationType()).toBeUndefined();
    expect(contracts.analyst.getSubscriptionType()).toBeUndefined();
    expect(Object.keys(contracts.display.getQueryType()?.getFields() ?? {}).sort()).toEqual(['readings', 'session']);
    expect(Object.keys(contracts.display.getSubscriptionType()?.getFields() ?? {})).toEqual(['board']);
  });

  it('hold no field of a class that their audience never sees, but for those that say so and why', () => {
    const shapes = new Map(
      subgraphs.flatMap(({ schema }) =>
        Object.values(schema.getTypeMap()).flatMap((type) =>
          isObjectType(type)
            ? Object.values(type.getFields()).map((field) => [`${type.name}.${field.name}`, field.extensions.shape] as const)
            : [],
        ),
      ),
    );
    for (const audience of ['display', 'analyst'] as const) {
      const never: string[] = [];
      for (const type of Object.values(contracts[audience].getTypeMap())) {
        if (
          type.name.startsWith('__') ||
          !isObjectType(type) ||
          type === contracts[audience].getQueryType() ||
          type === contracts[audience].getSubscriptionType()
        )
          continue;
        for (const name of Object.keys(type.getFields())) {
          const fieldClass = shapes.get(`${type.name}.${name}`)?.class;
          if (!fieldClass) throw new Error(`${type.name}.${name} has no class`);
          if (exposure[audience][fieldClass] === 'never') never.push(`${type.name}.${name}`);
        }
      }
      // The wall may ask for these two and is told why it gets nothing.
      expect(never).toEqual(audience === 'display' ? ['AgendaItem.note', 'Session.place'] : []);
    }
  });

  it('name an abstract type only with members that both lanes know alike', () => {
    const abstract = Object.values(contracts.staff.getTypeMap()).filter((type) => isInterfaceType(type) || isUnionType(type));
    const owners = new Map<string, string[]>();
    for (const type of abstract) {
      const members = (schema: typeof contracts.staff) => {
        const found = schema.getType(type.name);
        return isUnionType(found) || isInterfaceType(found)
          ? schema
              .getPossibleTypes(found)
              .map(({ name }) => name)
              .sort()
          : [];
      };
      owners.set(type.name, members(contracts.staff));
      if (core.schema.getType(type.name)) expect(members(core.schema)).toEqual(members(contracts.staff));
    }
    console.log(`${abstract.length} abstract types`);
    expect(parse(core.sdl).definitions.length).toBeGreaterThan(30);
  });
});
