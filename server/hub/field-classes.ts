import { type GraphQLSchema, isObjectType } from 'graphql';
import { type FieldClass, fieldClasses } from '#server/access/field-class';
import { tellsOfNobody } from '#server/access/of-nobody';

const withoutClass = new Set(['Query', 'Mutation', 'Subscription', '_Service']);

/** The class of every field of the core and the embedded departments. Making it throws when a field has none: the hub then does not start. */
export class FieldClasses {
  readonly #classes = new Map<string, FieldClass>();

  constructor(schemas: readonly GraphQLSchema[]) {
    const missing: string[] = [];
    for (const type of schemas.flatMap((schema) => Object.values(schema.getTypeMap()))) {
      if (!isObjectType(type) || type.name.startsWith('__') || withoutClass.has(type.name)) continue;
      for (const field of Object.values(type.getFields())) {
        const found = field.extensions.shape?.class;
        if (found) this.#classes.set(`${type.name}.${field.name}`, found);
        else if (!isExternal(field)) missing.push(`${type.name}.${field.name}`);
      }
    }
    if (missing.length > 0) throw new Error(`fields without a class: ${missing.join(', ')}`);
  }

  /** The classes among `fields` (`Type.field`), in the order of the list of classes. A field that only a remote department knows counts as sensitive. */
  of(fields: ReadonlySet<string>): FieldClass[] {
    const found = new Set([...fields].map((field) => this.#classes.get(field) ?? 'sensitive'));
    return fieldClasses.filter((each) => found.has(each));
  }

  /** Those that the read audit names: nothing of what is public, and nothing at all where all of it is or tells of nobody. */
  written(fields: ReadonlySet<string>): FieldClass[] {
    return tellsOfNobody(fields) ? [] : this.of(fields).filter((each) => each !== 'public');
  }

  get size(): number {
    return this.#classes.size;
  }
}

const isExternal = (field: { astNode?: { directives?: readonly { name: { value: string } }[] } | null }) =>
  field.astNode?.directives?.some((each) => each.name.value === 'external') ?? false;
