#!/usr/bin/env node
// npm run dev: one process. Vite serves the pages with hot replacement; the server's own TypeScript runs in a module runner, and a change
// below server/ or seeds/ closes the house and opens it again.
import { watch } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createServer } from 'vite';
import { changed, openEnvironment, root } from './runner.mjs';

process.chdir(root);
const vite = await createServer({ appType: 'mpa', server: { middlewareMode: true } });
const environment = await openEnvironment();
let house;

/** Pages come from Vite while developing: it injects scripts of its own, which the real policy for content would refuse. */
function pagesFrom(pageOf) {
  return (request, response, pathname) =>
    new Promise((done) => {
      response.removeHeader('content-security-policy');
      if (!path.extname(pathname) && !pathname.startsWith('/@')) request.url = `/${pageOf(pathname)}`;
      response.once('finish', () => done(true));
      vite.middlewares(request, response, () => done(false));
    });
}

async function open(say) {
  const load = (file) => environment.runner.import(pathToFileURL(path.join(root, file)).href);
  (await load('server/database/forget-decorators.ts')).forgetDecorators();
  const { readSettings } = await load('server/settings.ts');
  const { pageOf } = await load('server/hub/pages.ts');
  const { openHouse } = await load('server/house.ts');
  house = await openHouse(readSettings(), say, pagesFrom(pageOf));
}

let work = open(console.log);
let timer;
function restart(file) {
  clearTimeout(timer);
  timer = setTimeout(() => {
    work = work
      .then(async () => {
        const started = performance.now();
        await house?.close();
        house = undefined;
        changed(environment, path.join(root, file));
        await open(() => undefined);
        console.log(`${file} が変わったので開き直しました（${Math.round(performance.now() - started)}ミリ秒）`);
      })
      .catch((fault) => console.error(fault instanceof Error ? fault.stack : fault));
  }, 50);
}
for (const room of ['server', 'seeds'])
  watch(room, { recursive: true }, (_event, name) => name && !name.endsWith('.test.ts') && restart(`${room}/${name}`));

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, async () => {
    await work.catch(() => undefined);
    await house?.close();
    await vite.close();
    process.exit(0);
  });
}
await work;
