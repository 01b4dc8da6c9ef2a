import {
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNullableType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { Directive, Field, ID, ObjectType, Query, Resolver } from 'type-graphql';
import { describe, expect, it } from 'vitest';
import { exposure } from '#server/access/field-class';
import { audiences } from '#server/access/viewer';
import { Row, Shown } from '#server/database/shape';
import { departments } from '#server/departments/registry';
import { FieldClasses } from '#server/hub/field-classes';
import { buildSubgraphs } from '#server/hub/hub';
import { buildSubgraph } from '#server/hub/subgraph';

const { core, departments: parts } = buildSubgraphs(departments);
const schemas = [core, ...parts.values()].map(({ schema }) => schema);

interface Entry {
  readonly name: string;
  readonly type: GraphQLObjectType;
  readonly field: GraphQLField<unknown, unknown>;
}

function fieldsOf(schema: GraphQLSchema): Entry[] {
  const roots = ['Query', 'Mutation', 'Subscription', '_Service'];
  const types = Object.values(schema.getTypeMap()).filter(
    (type): type is GraphQLObjectType => isObjectType(type) && !type.name.startsWith('__') && !roots.includes(type.name),
  );
  return types.flatMap((type) => Object.values(type.getFields()).map((field) => ({ name: `${type.name}.${field.name}`, type, field })));
}

const tags = (field: GraphQLField<unknown, unknown>) =>
  (field.astNode?.directives ?? []).flatMap((each) =>
    each.name.value === 'tag' ? each.arguments?.map(({ value }) => ('value' in value ? String(value.value) : '')) : [],
  );
const isExternal = (field: GraphQLField<unknown, unknown>) =>
  field.astNode?.directives?.some(({ name }) => name.value === 'external') ?? false;

describe('every field', () => {
  const all = schemas.flatMap(fieldsOf).filter(({ field }) => !isExternal(field));

  it('has a class', () => {
    const classes = new FieldClasses(schemas);
    const names = new Set(all.map(({ name }) => name));
    console.log(`${names.size} fields of ${new Set(all.map(({ type }) => type.name)).size} types have a class`);
    expect(names.size).toBeGreaterThan(200);
    expect(classes.size).toBe(names.size);
    expect(all.filter(({ field }) => !field.extensions.shape?.class).map(({ name }) => name)).toEqual([]);
  });

  it('without one keeps the hub from starting', () => {
    @ObjectType({ description: '植えた誤り。' })
    @Directive('@key(fields: "id")')
    @Row('core.planted')
    class Planted {
      @Field(() => ID, { description: '識別子。' })
      @Shown('operational')
      id!: string;

      @Field(() => String, { nullable: true, description: '組が決められていない項目。' })
      secret!: string | null;
    }
    @Resolver()
    class PlantedQueries {
      @Query(() => Planted, { nullable: true, description: '植えた問い合わせ。' })
      planted(): null {
        return null;
      }
    }
    const planted = buildSubgraph('planted', { resolvers: [PlantedQueries], types: [Planted] });
    expect(() => new FieldClasses([...schemas, planted.schema])).toThrow('fields without a class: Planted.secret');
  });

  it('that a viewer may be refused can be null, so that one closed field never takes its row along', () => {
    const closable = all.filter(({ type, field }) => {
      const shape = field.extensions.shape;
      if (!shape) return false;
      const mayClose = audiences.some((audience) => {
        if (audience !== 'staff' && !tags(field).includes(audience)) return false;
        const rule = exposure[audience][shape.class];
        // For staff a row's own `opened` decides; a row without one opens whatever its policy lets through.
        return (
          rule === 'never' ||
          (rule === 'row' &&
            (audience !== 'staff' || type.extensions.row?.opened !== undefined || isObjectType(getNullableType(field.type))))
        );
      });
      return mayClose;
    });
    console.log(`${closable.length} fields may be withheld`);
    expect(closable.length).toBeGreaterThan(5);
    expect(closable.filter(({ field }) => isNonNullType(field.type)).map(({ name }) => name)).toEqual([]);
  });

  it('that leads to a row of another table can be null or a list: a row policy may hide what it leads to', () => {
    const single = all.filter(({ field }) => {
      const nullable = getNullableType(field.type);
      return !isListType(nullable) && isObjectType(nullable) && isNonNullType(field.type);
    });
    expect(single.map(({ name }) => name)).toEqual([]);
  });
});

it('a root field that two rooms answer keeps the hub from starting', () => {
  @Resolver()
  class OneRoom {
    @Query(() => String, { description: '植えた問い合わせ。' })
    shared(): string {
      return 'one';
    }
  }
  @Resolver()
  class AnotherRoom {
    @Query(() => String, { description: '植えた問い合わせ。' })
    shared(): string {
      return 'another';
    }
  }
  expect(() => buildSubgraph('planted', { resolvers: [OneRoom, AnotherRoom], types: [] })).toThrow('two resolvers answer: shared');
});
