import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { departments } from '#server/departments/registry';
import { printedSchema } from '#server/printed-schema';

const printed = printedSchema();
const committed = readdirSync('schema', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.graphql'))
  .map((name) => name.replaceAll('\\', '/'));

describe('schema/', () => {
  it('holds the supergraph, its subgraphs and its contracts, and nothing else', () => {
    expect(committed.length).toBe(5 + departments.length);
    expect([...committed].sort()).toEqual([...printed.keys()].sort());
  });

  it.each([...printed])('%s is what the code prints now (npm run schema)', (file, text) => {
    expect(readFileSync(path.join('schema', file), 'utf8').replaceAll('\r\n', '\n')).toBe(text);
    expect(parse(text).definitions.length).toBeGreaterThan(3);
  });

  it('is printed the same twice', () => {
    expect([...printedSchema()]).toEqual([...printed]);
  });
});
