import { Directive, Extensions } from 'type-graphql';
import { Entity, getMetadataArgsStorage } from 'typeorm';
import type { FieldClass } from '#server/access/field-class';

/** Contracts narrower than the whole API; an element belongs to one by its `@tag`. */
export type Contract = 'display' | 'analyst';

/** How a type lies in the database. `opened` gives, for a row with alias `t`, a text[] of the field classes it opens, or null for all. */
export interface RowShape {
  /** Qualified name; undefined for a stub of an entity whose row lies in another subgraph. */
  readonly table?: string;
  readonly key: string;
  readonly keyType: 'uuid' | 'text';
  /** Column with the key of the person, household or case whose record the row is: the read audit names it. */
  readonly subject?: string;
  /** Column with the key of the conference whose matter the row is: what is read of it belongs to it in the audit. */
  readonly session?: string;
  /** SQL text with the keys of the 支援会議 by which alone the viewer sees row `t` (`withinSql`), or null: what is read of it belongs to them in the audit. */
  readonly through?: (t: string) => string;
  readonly opened?: (t: string) => string;
}

/** How a field is read. Without a relation it is the column of the same name in snake case. */
export interface FieldShape {
  readonly class: FieldClass;
  /** To-one: column of this table that holds the other's key. */
  readonly one?: string;
  /** To-many: column of the other table that holds this one's key. */
  readonly many?: string;
  /** Any other relation: a condition between this row `t` and the other `u`. */
  readonly on?: (t: string, u: string) => string;
  /** Further condition and order on the other table's alias `u`. */
  readonly where?: (u: string) => string;
  readonly order?: (u: string) => string;
  /** A computed value for row alias `t`. */
  readonly sql?: (t: string) => string;
  /** What a generalised field depends on in the row: shown to a display only where this holds. */
  readonly when?: (t: string) => string;
  /** At most so many rows of a to-many relation; an argument `limit` of the field may ask for fewer. */
  readonly limit?: number;
}

declare module 'graphql' {
  interface GraphQLObjectTypeExtensions {
    row?: RowShape;
    workedOut?: boolean;
  }
  interface GraphQLFieldExtensions<_TSource, _TContext, _TArgs> {
    shape?: FieldShape;
  }
}

const tags = (contracts: readonly Contract[]) => contracts.map((name) => Directive(`@tag(name: "${name}")`));

const all =
  (decorators: readonly (PropertyDecorator & MethodDecorator & ClassDecorator)[]): PropertyDecorator & MethodDecorator & ClassDecorator =>
  // biome-ignore lint/suspicious/noExplicitAny: the three decorator signatures have no common type
  (...target: any[]) => {
    // biome-ignore lint/suspicious/noExplicitAny: see above
    for (const decorate of decorators) (decorate as any)(...target);
  };

interface RowOptions {
  /** Key column; 'id' when not given. */
  readonly key?: string;
  readonly keyType?: 'uuid' | 'text';
  readonly opened?: (t: string) => string;
  /** `RowShape.subject`; when not given, the column of the property `personId`, or else `caseId`. Null: nobody's record all the same. */
  readonly subject?: string | null;
  /** `RowShape.session`. */
  readonly session?: string;
  /** `RowShape.through`. */
  readonly through?: (t: string) => string;
  readonly contracts?: readonly Contract[];
}

/** A GraphQL type that is a row of the table `schema.name`; also declares it to TypeORM. */
export function Row(table: string, options: RowOptions = {}): ClassDecorator {
  const [schema, name] = table.split('.');
  return all([Entity({ schema, name }), rowExtensions(options, table), ...tags(options.contracts ?? [])] as never) as ClassDecorator;
}

/** A second type over the same table, for reading only: TypeORM knows nothing of it. */
export function View(table: string, options: RowOptions = {}): ClassDecorator {
  return all([rowExtensions(options, table), ...tags(options.contracts ?? [])] as never) as ClassDecorator;
}

/** A stub of an entity that another subgraph owns: here it is only its key, and fields of this subgraph hang on it. */
export function Stub(options: RowOptions = {}): ClassDecorator {
  return all([rowExtensions(options), ...tags(options.contracts ?? [])] as never) as ClassDecorator;
}

function rowExtensions({ key = 'id', keyType = 'uuid', opened, subject, session, through }: RowOptions, table?: string): ClassDecorator {
  return (target) => {
    const whose = subject === undefined && table ? heldBy(target) : subject;
    const row: RowShape = {
      key,
      keyType,
      ...(table ? { table } : {}),
      ...(opened ? { opened } : {}),
      ...(whose ? { subject: whose } : {}),
      ...(session ? { session } : {}),
      ...(through ? { through } : {}),
    };
    (Extensions({ row }) as ClassDecorator)(target);
  };
}

/** A row that holds the key of a person or case is that person's or case's record: so a department that forgets to say whose it is is audited too. */
// biome-ignore lint/complexity/noBannedTypes: decorators name a class so
function heldBy(target: Function): string | undefined {
  const columns = getMetadataArgsStorage().columns.filter(
    (each) => each.target === target || (typeof each.target === 'function' && target.prototype instanceof each.target),
  );
  const held = ['personId', 'caseId'].find((property) => columns.some((each) => each.propertyName === property));
  return held && snake(held);
}

/** A type that no table holds: what it tells is worked out, field by field name, and its resolver names what was read. */
export function WorkedOut(): ClassDecorator {
  return Extensions({ workedOut: true }) as ClassDecorator;
}

/** Gives a field its class, how it is read, and the contracts it belongs to. */
export function Shown(
  fieldClass: FieldClass,
  shape: Omit<FieldShape, 'class'> & { contracts?: readonly Contract[] } = {},
): PropertyDecorator & MethodDecorator {
  const { contracts = [], ...rest } = shape;
  return all([Extensions({ shape: { class: fieldClass, ...rest } satisfies FieldShape }), ...tags(contracts)] as never);
}

/** `camelCase` → `snake_case`: the one rule between GraphQL names and columns. */
export function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
