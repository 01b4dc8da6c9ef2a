import { execute } from 'graphql';
import type { Viewer } from '#server/access/viewer';
import { ReadAudit } from '#server/database/read-audit';
import { type Answered, answer, JsonText, type Question } from '#server/hub/answer';
import { newContext } from '#server/hub/context';
import { embeddedExecutor } from '#server/hub/executors';
import { FieldClasses } from '#server/hub/field-classes';
import { type Generation, Graph } from '#server/hub/graph';
import type { Town } from './a-town';

/** An answer as it would leave, and the text of its data, whose order counts. */
export interface LaneAnswer {
  readonly data: string;
  readonly errors: readonly string[];
  readonly isCompiled: boolean;
}

/** The same question on every road there is, whichever the hub would take. */
export interface Lanes {
  /** The hub's own choice: one statement for each root field where it can. */
  hub(question: Question, viewer: Viewer): Promise<LaneAnswer>;
  /** graphql-js on the core alone. */
  core(question: Question, viewer: Viewer): Promise<LaneAnswer>;
  native(question: Question, viewer: Viewer): Promise<LaneAnswer>;
  javascript(question: Question, viewer: Viewer): Promise<LaneAnswer>;
}

export async function lanesOf(town: Town): Promise<Lanes> {
  const [core, ...departments] = town.hub.subgraphs;
  if (!core) throw new Error('a hub without a core');
  const classes = new FieldClasses(town.hub.subgraphs.map(({ schema }) => schema));
  const audit = new ReadAudit(town.database);
  const stitched = new Graph(core, embeddedExecutor(core.schema), 'javascript');
  await stitched.compose(
    departments.map(({ name, sdl, schema }) => ({ name, sdl, url: `embedded:${name}`, executor: embeddedExecutor(schema) })),
  );
  const through = (generation: () => Generation) => async (question: Question, viewer: Viewer) =>
    leaving(await answer(generation(), audit, classes, question, newContext(town.database, viewer)));
  // A graph in which the core owns nothing has only one road.
  const planned = (graph: Graph) => {
    const generation: Generation = { ...graph.current, coreOwned: new Set() };
    return through(() => generation);
  };
  return {
    hub: through(() => town.hub.graph.current),
    native: planned(town.hub.graph),
    javascript: planned(stitched),
    core: async ({ document, operationName, variables }, viewer) => {
      const context = newContext(town.database, viewer);
      const result = await execute({
        schema: core.schema,
        document,
        variableValues: variables,
        contextValue: context,
        operationName: operationName ?? null,
      });
      await context.unit.close();
      return leaving(result as Answered);
    },
  };
}

function leaving({ data, errors = [] }: Answered): LaneAnswer {
  const isCompiled = data instanceof JsonText;
  return { data: JSON.stringify(isCompiled ? JSON.parse(data.text) : data), errors: errors.map(({ message }) => message), isCompiled };
}
