import type { Executor } from '@graphql-tools/utils';
import type { GraphQLSchema } from 'graphql';
import type { Audience } from '#server/access/viewer';
import { type Composed, compose, schemaOf } from './compose';
import { coreOwned } from './ownership';
import { makePlanner, type Planned, type PlannerKind } from './planner';
import type { Subgraph } from './subgraph';
import { warmUp } from './warm-up';

/** Where a department answers: its SDL and the road to it, embedded or remote. */
export interface Source {
  readonly name: string;
  readonly sdl: string;
  readonly url: string;
  readonly executor: Executor;
}

/** One graph as it stood when it was composed. Operations that began on it end on it. */
export interface Generation extends Composed {
  readonly id: number;
  /** Schemas of the contracts, to validate against and to introspect. */
  readonly contracts: Readonly<Record<Audience, GraphQLSchema>>;
  /** `Type.field` that the core answers alone. */
  readonly coreOwned: ReadonlySet<string>;
  readonly core: Subgraph;
  readonly planned: Planned;
}

/** The hub's graph: composed from the core and the departments, replaced as a whole, never half. */
export class Graph {
  #current: Generation | undefined;
  readonly #listeners = new Set<(generation: Generation) => void>();
  #count = 0;

  constructor(
    private readonly core: Subgraph,
    private readonly coreExecutor: Executor,
    private readonly planner: PlannerKind,
  ) {}

  get current(): Generation {
    if (!this.#current) throw new Error('the graph is not composed yet');
    return this.#current;
  }

  /** Composes anew. Throws `CompositionRefused`, and the graph that stands goes on standing. */
  async compose(departments: readonly Source[]): Promise<Generation> {
    const composed = compose([{ name: this.core.name, sdl: this.core.sdl, url: `embedded:${this.core.name}` }, ...departments]);
    const executors = new Map([[this.core.name, this.coreExecutor], ...departments.map((each) => [each.name, each.executor] as const)]);
    const fresh: Omit<Generation, 'id'> = {
      ...composed,
      contracts: {
        staff: schemaOf(composed.contractSdl.staff),
        display: schemaOf(composed.contractSdl.display),
        analyst: schemaOf(composed.contractSdl.analyst),
      },
      coreOwned: coreOwned(composed.supergraphSdl),
      core: this.core,
      planned: await makePlanner(this.planner, composed.supergraphSdl, executors),
    };
    await warmUp(fresh);
    const generation: Generation = { ...fresh, id: ++this.#count };
    this.#current = generation;
    for (const listener of this.#listeners) listener(generation);
    return generation;
  }

  /** Calls back with the current graph and with every later one; returns how to stop. */
  onChange(listener: (generation: Generation) => void): () => void {
    this.#listeners.add(listener);
    if (this.#current) listener(this.#current);
    return () => this.#listeners.delete(listener);
  }
}
