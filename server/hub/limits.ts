import { type DocumentNode, type FieldNode, GraphQLError, Kind, parse, type SelectionSetNode, visit } from 'graphql';
import { nulFault } from './null-character';
import { openSubscriptionFault } from './open-subscription';

/** What a document may ask for at once, over HTTP and WebSocket alike. `alias` is a length, `repeats` how often one key of an answer. */
export const LIMITS = {
  tokens: 4_000,
  depth: 20,
  fields: 1_000,
  aliases: 60,
  alias: 63,
  repeats: 30,
  fragments: 40,
  arguments: 200,
  directives: 60,
  variables: 60,
} as const;

type Count = { -readonly [limit in Exclude<keyof typeof LIMITS, 'tokens'>]: number };

const words: Readonly<Record<keyof Count, string>> = {
  depth: `入れ子が深すぎます（${LIMITS.depth}段まで）。問い合わせを分けてください。`,
  fields: `項目が多すぎます（${LIMITS.fields}まで）。問い合わせを分けてください。`,
  aliases: `別名が多すぎます（${LIMITS.aliases}まで）。問い合わせを分けてください。`,
  // PostgreSQL, which writes most answers, cuts a name after 63 bytes.
  alias: `別名が長すぎます（${LIMITS.alias}文字まで）。短くしてください。`,
  repeats: `同じ項目が何度も書かれています（${LIMITS.repeats}回まで）。一度だけ書いてください。`,
  fragments: `フラグメントが多すぎます（${LIMITS.fragments}まで）。問い合わせを分けてください。`,
  arguments: `引数が多すぎます（${LIMITS.arguments}まで）。問い合わせを分けてください。`,
  directives: `ディレクティブが多すぎます（${LIMITS.directives}まで）。減らしてください。`,
  variables: `変数が多すぎます（${LIMITS.variables}まで）。問い合わせを分けてください。`,
};

/**
 * What a document asks too much of, or nothing. Looked at before the document is validated: graphql-js takes up to half a second over one that
 * repeats itself, and everybody waits. `__typename` counts like any other field.
 */
export function limitFault(document: DocumentNode): GraphQLError | undefined {
  const count = countOf(document);
  const over = (Object.keys(words) as (keyof Count)[]).find((limit) => count[limit] > LIMITS[limit]);
  return over && new GraphQLError(words[over], { extensions: { code: 'LIMIT_EXCEEDED' } });
}

/** What must be told of a document before it is validated: that it asks too much, or what validation itself cannot bear. */
export function earlyFault(document: DocumentNode): GraphQLError | undefined {
  return limitFault(document) ?? nulFault(document) ?? openSubscriptionFault(document);
}

/** The same for a text. Whatever cannot be read is not at fault here: whoever parses it next says why. */
export function earlyFaultOf(text: string): GraphQLError | undefined {
  if (fitting.has(text)) return undefined;
  let document: DocumentNode;
  try {
    document = parse(text, { maxTokens: LIMITS.tokens, noLocation: true });
  } catch {
    return undefined;
  }
  const fault = earlyFault(document);
  if (!fault && text.length <= LONGEST_KEPT) remember(text);
  return fault;
}

/** Texts that are known to fit: screens send the same few. */
const fitting = new Set<string>();
const MOST_KEPT = 500;
const LONGEST_KEPT = 10_000;

function remember(text: string): void {
  if (fitting.size >= MOST_KEPT) fitting.clear();
  fitting.add(text);
}

function countOf(document: DocumentNode): Count {
  const count: Count = { depth: 0, fields: 0, aliases: 0, alias: 0, repeats: 0, fragments: 0, arguments: 0, directives: 0, variables: 0 };
  visit(document, {
    FragmentDefinition: () => void (count.fragments += 1),
    Argument: () => void (count.arguments += 1),
    Directive: () => void (count.directives += 1),
    VariableDefinition: () => void (count.variables += 1),
  });
  if (count.fragments > LIMITS.fragments) return count;
  const walker = new Walker(document, count);
  for (const each of document.definitions) if (each.kind === Kind.OPERATION_DEFINITION) walker.walk(each.selectionSet, 1, new Map());
  return count;
}

/** The keys of one object of the answer: how often each is asked for, and the keys below it. */
type Keys = Map<string, { times: number; readonly below: Keys }>;

/** Counts what an operation asks for once its fragments are put in. Stops as soon as there are too many, so that no circle or doubling holds it up. */
class Walker {
  readonly #fragments: ReadonlyMap<string, SelectionSetNode>;
  #spreads = 0;

  constructor(
    document: DocumentNode,
    private readonly count: Count,
  ) {
    this.#fragments = new Map(
      document.definitions.flatMap((each) =>
        each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each.selectionSet] as const] : [],
      ),
    );
  }

  walk(set: SelectionSetNode, depth: number, keys: Keys, within: readonly string[] = []): void {
    this.count.depth = Math.max(this.count.depth, depth);
    if (depth > LIMITS.depth) return;
    for (const selection of set.selections) {
      if (this.count.fields > LIMITS.fields) return;
      if (selection.kind === Kind.FIELD) this.#field(selection, depth, keys);
      else if (selection.kind === Kind.INLINE_FRAGMENT) this.walk(selection.selectionSet, depth, keys, within);
      else this.#spread(selection.name.value, depth, keys, within);
    }
  }

  #field({ alias, name, selectionSet }: FieldNode, depth: number, keys: Keys): void {
    const { count } = this;
    const key = (alias ?? name).value;
    const known = keys.get(key) ?? { times: 0, below: new Map() };
    keys.set(key, known);
    known.times += 1;
    count.fields += 1;
    count.repeats = Math.max(count.repeats, known.times);
    if (alias) count.aliases += 1;
    count.alias = Math.max(count.alias, alias?.value.length ?? 0);
    if (selectionSet) this.walk(selectionSet, depth + 1, known.below);
  }

  /** A fragment within itself is refused by validation; here it is only not followed. One without fields must not be followed for ever either. */
  #spread(name: string, depth: number, keys: Keys, within: readonly string[]): void {
    const fragment = this.#fragments.get(name);
    if (!fragment || within.includes(name)) return;
    if ((this.#spreads += 1) > LIMITS.fields) this.count.fields = LIMITS.fields + 1;
    else this.walk(fragment, depth, keys, [...within, name]);
  }
}
