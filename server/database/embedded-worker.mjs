/**
 * The thread that PGlite lives in. It reaches the thread as text (`?raw`), so that sources, tests, `vite build --ssr` and Vite's module
 * runner all start the same worker without looking for a file; therefore plain JavaScript, and nothing imported but Node's own modules.
 *
 * Requests are answered one by one in the order they came, each by exactly one message:
 * `Uint8Array` (wire messages of one client) -> `{ bytes, limit }`; `{ dump: file }` -> `{}`; `{ close: true }` -> `{}`, then the thread ends.
 * The first answer, `{}`, says that the database is open. A request that failed is answered `{ error }`.
 * An engine that PostgreSQL gave up (FATAL, PANIC, out of memory) ends the thread; whoever started it opens a new one.
 */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';

const { engine, code, directory, template, limit: usualLimit } = workerData;
const { PGlite } = await import(engine);

const lite = await PGlite.create(directory, {
  pgliteWasmModule: code,
  ...(template ? { loadDataDir: inOnePiece(readFileSync(template)) } : {}),
  // The planner as on a server (`source.ts`).
  startParams: [
    ...PGlite.defaultStartParams,
    ...[`statement_timeout=${usualLimit}`, 'plan_cache_mode=force_generic_plan', 'random_page_cost=1.1'].flatMap((each) => ['-c', each]),
  ],
});

/** The file as PGlite wants it, in the buffer that it alone was read into. A Blob would be copied out in small pieces: a third of what opening costs. */
function inOnePiece(file) {
  return Object.assign(new Blob(), { arrayBuffer: async () => file.buffer });
}

let last = Promise.resolve();
parentPort.on('message', (request) => {
  last = last.then(() => serve(request)).then((answer) => parentPort.postMessage(answer, answer.bytes ? [answer.bytes.buffer] : []));
});
parentPort.postMessage({});

async function serve(request) {
  if (request instanceof Uint8Array) {
    const bytes = await run(request);
    return { bytes, limit: await limitAfter(request, bytes) };
  }
  try {
    if (request.dump) await dump(request.dump);
    if (request.close) await close();
    return {};
  } catch (fault) {
    return { error: String(fault) };
  }
}

/** The whole answer in one piece: were the thread ended while it answers, half a wire message would corrupt the client's next one. */
async function run(request) {
  const pieces = [];
  let length = 0;
  await lite.execProtocolRawStream(request, {
    onRawData: (piece) => {
      pieces.push(piece.slice()); // a view into the engine's memory
      length += piece.length;
    },
  });
  const answer = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    answer.set(piece, at);
    at += piece.length;
  }
  return answer;
}

let limit = usualLimit;

/**
 * Milliseconds that the next statement may take, 0 for no limit: `statement_timeout`, which PGlite keeps but cannot enforce. Read
 * only after someone spoke of it, and after every statement until it is the usual one again (`set local` ends with its transaction).
 */
async function limitAfter(request, answer) {
  if (limit === usualLimit && !Buffer.from(request.buffer).includes('statement_timeout')) return limit;
  if (!endsReady(answer)) return limit; // asking now would close the client's portal
  try {
    const { rows } = await lite.query(
      `select (extract(epoch from pg_catalog.current_setting('statement_timeout')::interval) * 1000)::int as limit`,
    );
    limit = rows[0].limit;
  } catch {
    // In a failed transaction nothing can be read, and nothing but its end changes the limit.
  }
  return limit;
}

/** Whether the answer ends with ReadyForQuery: 'Z', length 5, transaction status. */
function endsReady(answer) {
  return answer.at(-6) === 0x5a && answer.at(-2) === 5;
}

/** Inside an open transaction the dump would hold rows that may yet be rolled back, and the checkpoint could run as somebody else. */
async function dump(file) {
  if (lite.isInTransaction()) throw new Error('a transaction is open');
  await lite.exec('checkpoint');
  const tar = await lite.dumpDataDir('none');
  writeFileSync(`${file}.new`, new Uint8Array(await tar.arrayBuffer()), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

async function close() {
  await lite.close();
  setImmediate(() => process.exit()); // after the answer has left
}
