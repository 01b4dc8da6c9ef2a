import { type DocumentNode, isTypeDefinitionNode, isTypeExtensionNode, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { printedSchema } from '#server/printed-schema';

interface Described {
  readonly name: { readonly value: string };
  readonly description?: { readonly value: string };
  readonly fields?: readonly Described[];
  readonly arguments?: readonly Described[];
  readonly values?: readonly Described[];
}

/** `Type.field(argument)` of every element of a document, with its description. */
function elements(document: DocumentNode): Map<string, string> {
  const found = new Map<string, string>();
  const add = (above: string, node: Described) => {
    const name = above ? `${above}.${node.name.value}` : node.name.value;
    found.set(name, node.description?.value ?? '');
    for (const part of [...(node.fields ?? []), ...(node.arguments ?? []), ...(node.values ?? [])]) add(name, part);
  };
  for (const definition of document.definitions) {
    if (isTypeExtensionNode(definition))
      for (const part of [...((definition as Described).fields ?? []), ...((definition as Described).values ?? [])])
        add(definition.name.value, part);
    else if (isTypeDefinitionNode(definition)) add('', definition as Described);
  }
  return found;
}

const mute = (sdl: string) => [...elements(parse(sdl))].filter(([, words]) => !/[ぁ-んァ-ヶ一-龠]/.test(words)).map(([name]) => name);

describe('every element that people can ask for', () => {
  // Graphs as people see them; the supergraph adds names of Federation's own, which nobody asks for.
  const files = [...printedSchema()].filter(([file]) => file !== 'supergraph.graphql');

  it.each(files)('of %s is described in Japanese', (file, sdl) => {
    const found = elements(parse(sdl));
    console.log(`${file}: ${found.size} elements`);
    expect(found.size).toBeGreaterThan(50);
    expect(mute(sdl)).toEqual([]);
  });

  it('would be missed, if it had no words or only English ones', () => {
    const planted = `"""事例。""" type Case { """title of the case""" title: String! """一覧。""" list(limit: Int = 5): [Kind!]! } """種類。""" enum Kind { A """乙。""" B } scalar Day
      """入力。""" input Order { item: ID! } extend type Case { later: String }`;
    expect(mute(planted)).toEqual(['Case.title', 'Case.list.limit', 'Kind.A', 'Day', 'Order.item', 'Case.later']);
  });
});
