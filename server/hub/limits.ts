import { type DocumentNode, GraphQLError, Kind, type SelectionSetNode, type ValidationRule } from 'graphql';

/** What a document may ask for at once, over HTTP and WebSocket alike. */
export const LIMITS = { tokens: 4_000, depth: 20, fields: 1_000, aliases: 60, alias: 63 } as const;

/** The limits as a validation rule, the same for HTTP and WebSocket. */
export const limitRule: ValidationRule = (context) => {
  for (const fault of checkLimits(context.getDocument())) context.reportError(fault);
  return {};
};

/** Faults of a document that asks too much; names the limit and what to do. `__typename` counts like any other field. */
function checkLimits(document: DocumentNode): GraphQLError[] {
  const fragments = new Map(
    document.definitions.flatMap((each) => (each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each.selectionSet] as const] : [])),
  );
  const count = { fields: 0, aliases: 0, alias: 0, depth: 0 };
  const walk = (set: SelectionSetNode, depth: number, within: readonly string[]) => {
    count.depth = Math.max(count.depth, depth);
    for (const selection of set.selections) {
      if (count.fields > LIMITS.fields) return;
      if (selection.kind === Kind.FIELD) {
        count.fields += 1;
        if (selection.alias) count.aliases += 1;
        count.alias = Math.max(count.alias, selection.alias?.value.length ?? 0);
        if (selection.selectionSet) walk(selection.selectionSet, depth + 1, within);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) walk(selection.selectionSet, depth, within);
      else {
        const fragment = fragments.get(selection.name.value);
        // A fragment within itself is refused by validation; here it is only kept from running for ever.
        if (fragment && !within.includes(selection.name.value)) walk(fragment, depth, [...within, selection.name.value]);
      }
    }
  };
  for (const each of document.definitions) if (each.kind === Kind.OPERATION_DEFINITION) walk(each.selectionSet, 1, []);
  const faults: GraphQLError[] = [];
  if (count.depth > LIMITS.depth) faults.push(tooMuch(`入れ子が深すぎます（${LIMITS.depth}段まで）。問い合わせを分けてください。`));
  if (count.fields > LIMITS.fields) faults.push(tooMuch(`項目が多すぎます（${LIMITS.fields}まで）。問い合わせを分けてください。`));
  if (count.aliases > LIMITS.aliases) faults.push(tooMuch(`別名が多すぎます（${LIMITS.aliases}まで）。問い合わせを分けてください。`));
  // PostgreSQL, which writes most answers, cuts a name after 63 bytes.
  if (count.alias > LIMITS.alias) faults.push(tooMuch(`別名が長すぎます（${LIMITS.alias}文字まで）。短くしてください。`));
  return faults;
}

const tooMuch = (message: string) => new GraphQLError(message, { extensions: { code: 'LIMIT_EXCEEDED' } });
