import path from 'node:path';
import { build } from 'vite';

const OUT = '.cache/bench';

/** Builds the bench's servers exactly as the product's server is built, so that what is measured is what is shipped. Returns where they are. */
export async function buildServers(names: readonly string[]): Promise<(name: string) => string> {
  const entry = Object.fromEntries(names.map((name) => [name, `test/bench/${name}.ts`]));
  await build({ logLevel: 'warn', build: { ssr: true, outDir: OUT, emptyOutDir: true, rolldownOptions: { input: entry } } });
  return (name) => path.join(OUT, `${name}.js`);
}
