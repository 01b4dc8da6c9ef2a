import fc, { type GeneratorValue } from 'fast-check';
import {
  type GraphQLArgument,
  GraphQLBoolean,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';

/** A valid question, to be asked twice with different values for its variables; some are left out, where the document has a default. */
export interface RandomQuestion {
  readonly query: string;
  readonly variables: Record<string, unknown>;
  readonly again: Record<string, unknown>;
}

/** What questions are made of. */
export interface Ground {
  readonly schema: GraphQLSchema;
  /** Whether a field (`Type.field`) may be asked for. */
  may(field: string): boolean;
  /** Values worth sending to an argument. */
  values(field: string, argument: string): readonly unknown[];
  readonly depth: number;
}

/**
 * Questions at random: aliases, fragments named and inline, @skip and @include, variables with and without default, __typename and
 * fields that are asked for twice. A response key is a function of field and arguments, so whatever is merged fits together.
 */
export const randomQuestion = (ground: Ground): fc.Arbitrary<RandomQuestion> => fc.gen().map((draw) => new Writer(ground, draw).question());

class Writer {
  readonly #fragments: string[] = [];
  readonly #declared: string[] = [];
  readonly #given: string[] = [];
  readonly #variables: Record<string, unknown> = {};
  readonly #again: Record<string, unknown> = {};

  constructor(
    private readonly ground: Ground,
    private readonly draw: GeneratorValue,
  ) {}

  question(): RandomQuestion {
    const root = this.ground.schema.getQueryType() as GraphQLObjectType;
    const body = this.#selection(root, this.ground.depth, 2);
    const declared = this.#declared.length > 0 ? ` (${this.#declared.join(', ')})` : '';
    return { query: `query Q${declared} ${body} ${this.#fragments.join(' ')}`.trim(), variables: this.#variables, again: this.#again };
  }

  #below(most: number): number {
    return this.draw(fc.integer, { min: 0, max: most - 1 });
  }

  #chance(oneIn: number): boolean {
    return this.#below(oneIn) === oneIn - 1;
  }

  #selection(type: GraphQLObjectType, depth: number, most = 5): string {
    const fields = Object.values(type.getFields()).filter(
      (field) => this.ground.may(`${type.name}.${field.name}`) && (depth > 0 || isLeafType(getNamedType(field.type))),
    );
    if (fields.length === 0) return '{ __typename }';
    const parts = Array.from({ length: 1 + this.#below(most) }, () =>
      this.#part(type, fields[this.#below(fields.length)] as GraphQLField<unknown, unknown>, depth),
    );
    return `{ ${parts.join(' ')} }`;
  }

  #part(type: GraphQLObjectType, field: GraphQLField<unknown, unknown>, depth: number): string {
    const isRoot = type === this.ground.schema.getQueryType();
    if (this.#chance(isRoot ? 30 : 12)) return `${this.#chance(3) ? 'kind_of: ' : ''}__typename`;
    const one = this.#field(type, field, depth);
    const two = this.#chance(8) ? ` ${one}` : '';
    if (this.#chance(7)) return `...${this.#chance(2) ? ` on ${type.name}` : ''}${this.#directive()} { ${one}${two} }`;
    if (this.#chance(9)) {
      const name = `F${this.#fragments.length}`;
      this.#fragments.push(`fragment ${name} on ${type.name} { ${one} }`);
      return `...${name}${this.#directive()}${two}${this.#chance(3) ? ` ...${name}` : ''}`;
    }
    return `${one}${two}`;
  }

  #field(type: GraphQLObjectType, field: GraphQLField<unknown, unknown>, depth: number): string {
    const given = field.args
      .filter((argument) => isRequiredArgument(argument) || this.#chance(2))
      .map((argument) => [argument.name, this.#value(`${type.name}.${field.name}`, argument)] as const);
    const args = given.map(([name, value]) => `${name}: ${value}`).join(', ');
    const alias = args ? `${field.name}_${this.#numberOf(args)}` : this.#chance(6) ? `my_${field.name}` : '';
    const target = getNamedType(field.type);
    const below = isObjectType(target) ? ` ${this.#selection(target, depth - 1)}` : '';
    return `${alias ? `${alias}: ` : ''}${field.name}${args ? `(${args})` : ''}${this.#directive()}${below}`;
  }

  #numberOf(args: string): number {
    if (!this.#given.includes(args)) this.#given.push(args);
    return this.#given.indexOf(args);
  }

  /** A literal, or a variable of the argument's own type: sent, or left to its default. */
  #value(field: string, { name: argument, type }: GraphQLArgument): string {
    const named = getNamedType(type);
    const values = isEnumType(named)
      ? named.getValues().map((each) => each.name)
      : named === GraphQLBoolean
        ? [true, false]
        : this.ground.values(field, argument);
    const value = values[this.#below(values.length)];
    const literal = isEnumType(named) ? String(value) : JSON.stringify(value);
    if (this.#chance(2)) return literal;
    const name = `v${this.#declared.length}`;
    const isDefault = this.#chance(3);
    this.#declared.push(`$${name}: ${type}${isDefault ? ` = ${literal}` : ''}`);
    this.#send(name, isDefault, () => values[this.#below(values.length)]);
    return `$${name}`;
  }

  #send(name: string, isDefault: boolean, value: () => unknown): void {
    for (const variables of [this.#variables, this.#again]) if (!isDefault || this.#chance(2)) variables[name] = value();
  }

  #directive(): string {
    if (!this.#chance(7)) return '';
    const directive = this.#chance(2) ? '@skip' : '@include';
    if (this.#chance(3)) return ` ${directive}(if: ${this.#chance(2)})`;
    const name = `if${this.#declared.length}`;
    const isDefault = this.#chance(3);
    this.#declared.push(`$${name}: Boolean!${isDefault ? ` = ${this.#chance(2)}` : ''}`);
    this.#send(name, isDefault, () => this.#chance(2));
    return ` ${directive}(if: $${name})`;
  }
}
