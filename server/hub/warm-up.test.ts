import type { ExecutionRequest, Executor } from '@graphql-tools/utils';
import { print } from 'graphql';
import { expect, it } from 'vitest';
import { departments } from '#server/departments/registry';
import { Graph } from './graph';
import { buildSubgraphs } from './hub';

it('a graph has planned a question across all departments before it takes the place of the one that stands, and no department has heard of it', async () => {
  const { core, departments: subgraphs } = buildSubgraphs(departments);
  const heard: string[] = [];
  const called: string[] = [];
  const graph = new Graph(
    core,
    (async (request: ExecutionRequest) => {
      heard.push(print(request.document));
      return { data: { cases: [] } };
    }) as Executor,
    'javascript',
  );
  const stood: number[] = [];
  graph.onChange(() => stood.push(heard.length));
  const sources = [...subgraphs].map(([name, { sdl }]) => ({
    name,
    sdl,
    url: `embedded:${name}`,
    executor: (async () => {
      called.push(name);
      return { data: {} };
    }) as Executor,
  }));
  await graph.compose(sources);
  expect(stood).toEqual([1]);
  expect(heard[0]).toContain('cases(limit');
  expect(called).toEqual([]);
});
