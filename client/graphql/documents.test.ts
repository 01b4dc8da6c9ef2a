import { readFileSync } from 'node:fs';
import { buildSchema, type DefinitionNode, type DocumentNode, type GraphQLSchema, isObjectType, Kind, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { boardDisplay } from '../display/board-document';

/** Every `graphql` template of the console, read from the source: none can be forgotten, whether it is exported or not. */
const sources = import.meta.glob('../{administration,app,cases,console,indicators,oversight,protection,resources}/**/*.{ts,tsx}', {
  query: '?raw',
  import: 'default',
  eager: true,
}) as Record<string, string>;
const definitions = Object.values(sources).flatMap(definitionsIn);

describe('the documents of the client', () => {
  it(`fit the staff's contract: ${definitions.length} operations and fragments`, () => {
    expect(definitions.length).toBeGreaterThan(25);
    expect(faults('staff', documentOf(definitions))).toEqual([]);
  });

  it("keep to the display's contract on the wall, and read only", () => {
    const wall = parse(boardDisplay);
    expect(faults('display', wall)).toEqual([]);
    expect(wall.definitions.map((each) => each.kind === Kind.OPERATION_DEFINITION && each.operation)).toEqual(['subscription']);
  });

  it('let the analyst open the pages of the analyst', () => {
    const mine = ['Viewer', 'ResourcesPage', 'IndicatorsPage', 'ResourceCard_resource'];
    const pages = definitions.filter((each) => mine.includes(nameOf(each)));
    expect(pages).toHaveLength(mine.length);
    expect(faults('analyst', documentOf(pages))).toEqual([]);
  });

  it('select the id wherever there is one to select, and name everything once', () => {
    const names = definitions.map(nameOf);
    expect(new Set(names).size).toBe(names.length);
    const schema = schemaOf('staff');
    const hasId = (name: string) => {
      const type = schema.getType(name);
      return isObjectType(type) && 'id' in type.getFields();
    };
    for (const fragment of definitions.filter((each) => each.kind === Kind.FRAGMENT_DEFINITION)) {
      if (!hasId(fragment.typeCondition.name.value)) continue;
      expect(fragment.selectionSet.selections.map((each) => each.kind === Kind.FIELD && each.name.value)).toContain('id');
    }
  });
});

function definitionsIn(source: string): DefinitionNode[] {
  const templates = source.matchAll(/graphql(?:<[^`]*?>)?`([^`]*)`/g);
  return [...templates].flatMap(([, text = '']) => [...parse(text.replace(/\$\{\w+\}/g, '')).definitions]);
}

function documentOf(parts: readonly DefinitionNode[]): DocumentNode {
  return { kind: Kind.DOCUMENT, definitions: parts };
}

function nameOf(definition: DefinitionNode): string {
  return ('name' in definition && definition.name?.value) || '';
}

function faults(contract: string, document: DocumentNode): string[] {
  return validate(schemaOf(contract), document).map((fault) => fault.message);
}

function schemaOf(contract: string): GraphQLSchema {
  return buildSchema(readFileSync(new URL(`../../schema/contracts/${contract}.graphql`, import.meta.url), 'utf8'));
}
