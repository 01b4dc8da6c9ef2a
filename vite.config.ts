import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { stripIgnoredCharacters } from 'graphql';
import { defaultClientConditions, defineConfig, type Plugin, type Rolldown, type UserConfig } from 'vite';

/** Absolute: while developing, Vite would look for it below the client's own root. */
const page = (name: string) => fileURLToPath(new URL(`client/${name}.html`, import.meta.url));

/** The pages speak Japanese. What react-aria says in thirty other languages would come along to every desk. */
const japaneseOnly: Plugin = {
  name: 'japanese-only',
  enforce: 'pre',
  load: (id) =>
    /\/react-(aria|aria-components|stately)\/dist\/private\/intl\/[a-z]+\/(?!ja-JP)[a-z]{2}-[A-Z]{2}\.mjs$/.test(id)
      ? 'export default {};'
      : null,
};

/** Documents travel without what their parser ignores: blanks, commas, and what a comment says to us. */
const DOCUMENT = /(?<== )(graphql(?:<[^`]*?>)?)`([^`]*)`/g;
const plainDocuments: Plugin = {
  name: 'plain-documents',
  apply: 'build',
  enforce: 'pre',
  transform: (code, id) =>
    /\/client\/.*\.tsx?$/.test(id) ? code.replace(DOCUMENT, (_, tag, text) => `${tag}\`${stripIgnoredCharacters(text)}\``) : null,
};

/** The pages that may load a module, now or later. */
function pagesOf(id: string, graph: Rolldown.ChunkingContext, seen = new Set<string>()): ReadonlySet<string> {
  seen.add(id);
  const { importers = [], dynamicImporters = [] } = graph.getModuleInfo(id) ?? {};
  const above = [...importers, ...dynamicImporters].filter((each) => !seen.has(each));
  return new Set([...(id.endsWith('.html') ? [id] : []), ...above.flatMap((each) => [...pagesOf(each, graph, seen)])]);
}
const isShared = (id: string, graph: Rolldown.ChunkingContext): boolean => pagesOf(id, graph).size > 1;
const isConsole = (id: string, graph: Rolldown.ChunkingContext): boolean => {
  const [first = '', ...others] = pagesOf(id, graph);
  return others.length === 0 && first.endsWith('/index.html');
};

/**
 * Each file is squeezed by itself, so that many small ones weigh more on the wire than a few. What the console alone loads is one file that it starts
 * with, one that its parts share and one for each part; what several pages load lies apart, so that none brings along what is another's.
 */
const groups: Rolldown.CodeSplittingGroup[] = [
  { priority: 3, debugName: 'shared', name: (id, graph) => (isShared(id, graph) ? 'shared' : null), entriesAware: true },
  { priority: 2, debugName: 'start', name: (id, graph) => (isConsole(id, graph) ? 'start' : null), tags: ['$initial'] },
  { priority: 1, debugName: 'parts', name: (id, graph) => (isConsole(id, graph) ? 'parts' : null), minShareCount: 2 },
];

/** Five pages, five bundles: the console, the display (which must stay small and hold no mutation) and the check before it, the playground and signing in. */
const client: UserConfig = {
  root: 'client',
  plugins: [japaneseOnly, plainDocuments, react()],
  // rxjs has a smaller self for browsers that know classes.
  resolve: { conditions: ['es2015', ...defaultClientConditions] },
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    // The hub's content security policy is default-src 'self': no data: addresses, no inline scripts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 3_000,
    rolldownOptions: {
      input: [page('index'), page('display'), page('check'), page('playground'), page('sign-in')],
      output: { codeSplitting: { groups } },
      checks: { moduleLevelDirective: false }, // "use no memo" of packages, which says nothing to us
    },
  },
};

/**
 * Packages of many small modules go into the server's own file: reading a thousand of them one by one takes longer than opening the city.
 * `graphql` stays outside, where whoever asks for it finds the one and the same.
 */
const taken = [
  /^@apollo\//,
  /^@envelop\//,
  /^@graphql-(hive\/(?!router-query-planner)|mesh|tools|yoga)/,
  /^@theguild\//,
  /^@whatwg-node\//,
  'graphql-scalars',
  'jose',
  'type-graphql',
  'zod',
];

const server: UserConfig = {
  ssr: { noExternal: taken },
  build: { ssr: 'server/main.ts', outDir: 'dist/server', target: 'node20', emptyOutDir: true, sourcemap: true },
};

export default defineConfig(({ isSsrBuild }) => (isSsrBuild ? server : client));
