import type { Example, Found } from './examples';

/** Sends a query with the signed-in person's session and gives its `data`, or null when there is none. */
export type Ask = (query: string) => Promise<Record<string, unknown> | null>;

/** The id of nothing: asked for, it answers "not found" in words, which is the truth where this person sees none. */
const nobody = '00000000-0000-0000-0000-000000000000';

type Seen = Readonly<Record<string, unknown>> & { readonly id: string };

/** How a thing is found among what this person sees: the question, and how much an entry of its answer has to show. Of equals the first is taken. */
interface Search {
  readonly query: string;
  readonly worth: (entry: Seen) => number;
}

const departments = ['elderlyCare', 'disability', 'livelihood', 'children', 'council'] as const;

const searches: Readonly<Record<Found, Search>> = {
  case: { query: '{ found: cases(limit: 1) { id } }', worth: () => 0 },
  /** A case of which several 担当 keep records that this person may see: five nulls show nobody anything. */
  sharedCase: {
    query: `{ found: cases(limit: 100) { id ${departments.map((each) => `${each} { openedOn }`).join(' ')} } }`,
    worth: (entry) => departments.filter((each) => entry[each]).length,
  },
  /** A case with roles and action items. */
  agreedCase: {
    query: '{ found: cases(limit: 100) { id roles { id } actionItems { id } } }',
    worth: ({ roles, actionItems }) => lengthOf(roles) + lengthOf(actionItems),
  },
  /** The conference with a board that goes on or is to begin; failing that, the last one. */
  board: {
    query: '{ found: sessions(kind: MARUGOTO, limit: 20) { id status agenda { id } } }',
    worth: ({ status, agenda }) => (lengthOf(agenda) > 0 ? 1 : 0) + ({ OPEN: 4, PREPARING: 2 }[String(status)] ?? 0),
  },
};

const lengthOf = (list: unknown): number => (Array.isArray(list) ? list.length : 0);

/** The variables with which `example` runs here: its own, and the ids of what `found` names, looked up among what this person sees. */
export async function fillIn(example: Example, ask: Ask): Promise<Record<string, unknown>> {
  const variables = { ...example.variables };
  for (const [variable, what] of Object.entries(example.found ?? {})) {
    const { query, worth } = searches[what];
    const entries = ((await ask(query))?.found ?? []) as readonly Seen[];
    const best = Math.max(...entries.map(worth));
    variables[variable] = entries.find((entry) => worth(entry) === best)?.id ?? nobody;
  }
  return variables;
}
