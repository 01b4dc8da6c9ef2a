import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin, type UserConfig } from 'vite';

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

/** Five pages, five bundles: the console, the display (which must stay small and hold no mutation) and the check before it, the playground and signing in. */
const client: UserConfig = {
  root: 'client',
  plugins: [japaneseOnly, react()],
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    // The hub's content security policy is default-src 'self': no data: addresses, no inline scripts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 3_000,
    rolldownOptions: {
      input: [page('index'), page('display'), page('check'), page('playground'), page('sign-in')],
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
