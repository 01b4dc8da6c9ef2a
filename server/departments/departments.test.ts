import { readdirSync } from 'node:fs';
import path from 'node:path';
import { composeServices } from '@theguild/federation-composition';
import { buildSchema, type DocumentNode, isTypeDefinitionNode, parse } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { coreParts } from '#server/hub/core';
import { buildSubgraph, type Subgraph } from '#server/hub/subgraph';
import { departments } from './registry';

let core: Subgraph;
let own: Subgraph[];

beforeAll(() => {
  core = buildSubgraph('core', coreParts);
  own = departments.map((department) => buildSubgraph(department.key, department));
});

describe('the departments', () => {
  it('are the folders of this room, each with a migration of its own time', () => {
    const folders = readdirSync(path.resolve('server/departments'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(departments.map(({ key }) => key).sort()).toEqual(folders.map(({ name }) => name).sort());
    const times = departments.flatMap(({ migrations }) => migrations.map((each) => /\d{13}$/.exec(new each().name ?? '')?.[0]));
    expect(new Set(times).size).toBe(times.length);
  });

  it('compose with the core into one graph', () => {
    const composed = compose();
    expect(composed.errors).toBeUndefined();
    const graph = buildSchema(composed.publicSdl ?? '');
    const fields = (type: string) => Object.keys((graph.getType(type) as { getFields?: () => object }).getFields?.() ?? {});
    expect(fields('Case')).toEqual(expect.arrayContaining(['standing', 'elderlyCare', 'disability', 'livelihood', 'children', 'council']));
    expect(fields('SocialResource')).toEqual(
      expect.arrayContaining(['elderlyCareService', 'disabilityService', 'livelihoodService', 'childrenService', 'councilService']),
    );
  });

  it('each offer queries and at least one mutation', () => {
    for (const { name, schema } of own) {
      expect(Object.keys(schema.getMutationType()?.getFields() ?? {}).length, name).toBeGreaterThan(0);
      expect(Object.keys(schema.getQueryType()?.getFields() ?? {}).length, name).toBeGreaterThan(2);
    }
  });

  it('describe every element in Japanese, and what they share in the same words', () => {
    const found = [core, ...own].map(({ sdl }) => descriptions(parse(sdl)));
    expect(found.every(({ size }) => size > 40)).toBe(true);
    const words = new Map<string, Set<string>>();
    for (const [element, text] of found.flatMap((each) => [...each])) words.set(element, (words.get(element) ?? new Set()).add(text));
    const unlike = [...words].filter(([, texts]) => texts.size > 1);
    expect(unlike.map(([element]) => element)).toEqual([]);
    const mute = [...words].filter(([, texts]) => [...texts].some((text) => !/[ぁ-んァ-ヶ一-龠]/.test(text)));
    expect(mute.map(([element]) => element)).toEqual([]);
  });
});

function compose() {
  return composeServices([core, ...own].map(({ name, sdl }) => ({ name, url: `local:${name}`, typeDefs: parse(sdl) })));
}

/** Path of every type, field, argument and value → its description. */
function descriptions(document: DocumentNode): Map<string, string> {
  const found = new Map<string, string>();
  for (const definition of document.definitions) {
    if (isTypeDefinitionNode(definition)) add(found, '', definition);
  }
  return found;
}

interface Described {
  readonly name: { readonly value: string };
  readonly description?: { readonly value: string };
  readonly fields?: readonly Described[];
  readonly arguments?: readonly Described[];
  readonly values?: readonly Described[];
}

function add(found: Map<string, string>, above: string, node: Described): void {
  const element = `${above}${node.name.value}`;
  found.set(element, node.description?.value ?? '');
  for (const part of [...(node.fields ?? []), ...(node.arguments ?? []), ...(node.values ?? [])]) add(found, `${element}.`, part);
}
