import type { Example } from './examples';

/** Sends a query with the signed-in person's session and gives its `data`, or null when there is none. */
export type Ask = (query: string) => Promise<Record<string, unknown> | null>;

/** The id of nothing: asked for, it answers "not found" in words, which is the truth where this person sees none. */
const nobody = '00000000-0000-0000-0000-000000000000';

/** The variables with which `example` runs here: its own, and the ids that `firstIdOf` names looked up among what this person sees. */
export async function fillIn(example: Example, ask: Ask): Promise<Record<string, unknown>> {
  const variables = { ...example.variables };
  for (const [variable, field] of Object.entries(example.firstIdOf ?? {})) {
    const data = await ask(`{ ${field}(limit: 1) { id } }`);
    const [first] = (data?.[field] ?? []) as { id: string }[];
    variables[variable] = first?.id ?? nobody;
  }
  return variables;
}
