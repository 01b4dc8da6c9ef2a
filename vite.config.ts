import react from '@vitejs/plugin-react';
import { defineConfig, type UserConfig } from 'vite';

/** Three pages, three bundles: the console, the display (which must stay small and hold no mutation) and the playground. */
const client: UserConfig = {
  root: 'client',
  plugins: [react()],
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    // The hub's content security policy is default-src 'self': no data: addresses, no inline scripts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 3_000,
    rolldownOptions: { input: ['client/index.html', 'client/display.html', 'client/playground.html'] },
  },
};

const server: UserConfig = {
  build: { ssr: 'server/main.ts', outDir: 'dist/server', target: 'node20', emptyOutDir: true, sourcemap: true },
};

export default defineConfig(({ isSsrBuild }) => (isSsrBuild ? server : client));
