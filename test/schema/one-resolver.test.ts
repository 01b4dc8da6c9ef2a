import 'reflect-metadata';
import { describe, expect, it } from 'vitest';
import { departments } from '#server/departments/registry';
import { coreParts } from '#server/hub/core';
import { buildSubgraphs } from '#server/hub/hub';

/** Two rooms that give a root field the same name do not meet in the schema: one of them silently answers for both. */
describe('a root field of the core', () => {
  it('is answered in one place alone', () => {
    const { schema } = buildSubgraphs(departments).core;
    const roots = new Set([schema.getQueryType(), schema.getMutationType()].flatMap((type) => Object.keys(type?.getFields() ?? {})));
    const methods = coreParts.resolvers
      .flatMap((resolver) => Object.getOwnPropertyNames((resolver as { readonly prototype: object }).prototype))
      .filter((name) => roots.has(name));
    expect(methods.length).toBeGreaterThan(50);
    expect(methods.filter((name, place) => methods.indexOf(name) !== place)).toEqual([]);
  });
});
