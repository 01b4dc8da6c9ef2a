#!/usr/bin/env node
// npm run dev: one process. Vite serves the pages with hot replacement; the server's own TypeScript runs in a module runner, and a change
// below server/ or seeds/ closes the house and opens it again.
import { watch } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createServer } from 'vite';
import { changed, openEnvironment, root } from './runner.mjs';
import { stopWithNpm } from './stop-with-npm.mjs';

stopWithNpm();
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

const load = (file) => environment.runner.import(pathToFileURL(path.join(root, file)).href);

async function open(say) {
  (await load('server/database/forget-decorators.ts')).forgetDecorators();
  const { readSettings } = await load('server/settings.ts');
  const { pageOf } = await load('server/hub/pages.ts');
  const { openHouse } = await load('server/house.ts');
  house = await openHouse(readSettings(), say, { pages: pagesFrom(pageOf) });
}

/** Says what is wrong: in words where a person can mend it, else with a stack. */
async function tell(fault) {
  const words = await load('server/mendable.ts').then(
    ({ mendable }) => mendable(fault),
    () => undefined, // what is wrong may be wrong there too
  );
  console.error(words ?? (fault instanceof Error ? fault.stack : fault));
}

let work = open(console.log).catch(async (fault) => {
  await tell(fault);
  process.exit(1);
});
const waiting = new Set();
let timer;
function restart(file) {
  waiting.add(file);
  clearTimeout(timer);
  timer = setTimeout(() => {
    work = work.then(reopen).catch(tell);
  }, 50);
}

/** Everything that has changed by now, in one go: an editor saves several files, a checkout hundreds. */
async function reopen() {
  const files = [...waiting];
  waiting.clear();
  if (files.length === 0) return;
  const started = performance.now();
  await house?.close();
  house = undefined;
  for (const file of files) changed(environment, path.join(root, file));
  await open(() => undefined);
  const named = files.length > 1 ? `${files[0]} ほか${files.length - 1}件` : files[0];
  console.log(`${named} が変わったので開き直しました（${Math.round(performance.now() - started)}ミリ秒）`);
}
for (const room of ['server', 'seeds'])
  watch(room, { recursive: true }, (_event, name) => name && !name.endsWith('.test.ts') && restart(`${room}/${name}`));

const { closeWhenAsked } = await load('server/close-when-asked.ts');
closeWhenAsked(async () => {
  await work;
  await house?.close();
  await vite.close();
});
await work;
