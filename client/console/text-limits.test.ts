import { readFileSync } from 'node:fs';
import { Kind, parse } from 'graphql';
import { expect, it } from 'vitest';
import { textLimits } from './text-limits';

/** The inputs that this desk sends. */
const files = [
  'console/session-changes.ts',
  'console/wall-changes.ts',
  'console/note-changes.ts',
  'console/link-changes.ts',
  'console/closing-changes.ts',
  'console/proposal-changes.ts',
  'console/request-document.ts',
  'console/series-document.ts',
  'console/correction-data.ts',
  'cards/cards-document.ts',
  'inbox/inbox-document.ts',
];
const sent = new Set([
  'CardWords',
  'TellingOrder',
  ...files.flatMap((file) => [...readFileSync(`client/${file}`, 'utf8').matchAll(/\$input: (\w+)!/g)].map(([, name]) => name)),
]);

/** Every 「…文字まで」 that the schema says of them: input → field → characters. */
function limitsOfSchema(): Record<string, Record<string, number>> {
  const limits: Record<string, Record<string, number>> = {};
  for (const definition of parse(readFileSync('schema/contracts/staff.graphql', 'utf8')).definitions) {
    if (definition.kind !== Kind.INPUT_OBJECT_TYPE_DEFINITION || !sent.has(definition.name.value)) continue;
    for (const { name, description } of definition.fields ?? []) {
      const [, most] = /（(\d+)文字まで）/.exec(description?.value ?? '') ?? [];
      if (most) limits[definition.name.value] = { ...limits[definition.name.value], [name.value]: Number(most) };
    }
  }
  return limits;
}

it('counts as far as the hub does, for every line that the schema limits', () => {
  expect(limitsOfSchema()).toEqual(textLimits);
});
