import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { Kind, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { departments } from '#server/departments/registry';
import { printedSchema } from '#server/printed-schema';

const printed = printedSchema();
const committed = readdirSync('schema', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.graphql'))
  .map((name) => name.replaceAll('\\', '/'));

const asCommitted = (file: string) =>
  committed.includes(file) ? readFileSync(path.join('schema', file), 'utf8').replaceAll('\r\n', '\n') : undefined;

/** Files that are not what the code prints. */
const drifted = (now: ReadonlyMap<string, string>) => [...now].filter(([file, text]) => asCommitted(file) !== text).map(([file]) => file);

describe('schema/', () => {
  it('holds the supergraph, its subgraphs and its contracts, and nothing else', () => {
    expect(committed.length).toBe(5 + departments.length);
    expect([...committed].sort()).toEqual([...printed.keys()].sort());
  });

  it.each([...printed])('%s is what the code prints now (npm run schema)', (file, text) => {
    expect(asCommitted(file)).toBe(text);
    expect(parse(text).definitions.length).toBeGreaterThan(3);
  });

  it.each([...printed].filter(([file]) => file === 'core.graphql' || file.startsWith('departments/')))(
    '%s stands in the order of names, whatever was loaded first: its types and its root fields',
    (_file, text) => {
      const types = parse(text).definitions.flatMap((each) => ('name' in each && each.name ? [{ ...each, called: each.name.value }] : []));
      expect(types.map(({ called }) => called)).toEqual(types.map(({ called }) => called).sort());
      const query = types.find(({ called }) => called === 'Query');
      const fields = query?.kind === Kind.OBJECT_TYPE_DEFINITION ? (query.fields ?? []).map(({ name }) => name.value) : [];
      expect(fields.length).toBeGreaterThan(0);
      expect(fields).toEqual([...fields].sort());
    },
  );

  it('is caught drifting: a field that was added, a description that was changed, a file that was forgotten', () => {
    const [file = '', text = ''] = [...printed][0] ?? [];
    expect(drifted(printed)).toEqual([]);
    expect(drifted(new Map(printed).set(file, `${text}\ntype Planted {\n  fault: Int\n}\n`))).toEqual([file]);
    expect(drifted(new Map(printed).set(file, text.replace(/[ぁ-ん]/, '□')))).toEqual([file]);
    expect(drifted(new Map(printed).set('departments/planted.graphql', text))).toEqual(['departments/planted.graphql']);
    console.log(`${printed.size} files compared`);
  });

  it('is printed the same by a program that loads another part of it first', async () => {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['scripts/run.mjs', 'test/kit/print-after.ts', 'server/resources/case-resources.ts'],
      { maxBuffer: 64 * 1024 * 1024 },
    );
    expect(JSON.parse(stdout.trim().split('\n').at(-1) ?? '')).toEqual([...printed]);
  });

  it('is printed the same twice', () => {
    expect([...printedSchema()]).toEqual([...printed]);
  });
});
