/**
 * What the desk keeps in this browser while the hub is out of reach: edits that wait and lines that are half written. One database for the
 * whole console, every row with its account and its session; decision 0025 says what may go in and when it goes out.
 */
const NAME = 'marugoto-desk';
const LONGEST_MS = 12 * 60 * 60_000;
/** How long a page waits for the browser's disk before it goes on without. */
const PATIENCE_MS = 1_000;

type Store = 'edits' | 'drafts';

/** Whose a kept row is. */
export interface Owner {
  readonly account: string;
  readonly session: string;
}

interface Kept extends Owner {
  readonly id: string;
  /** Milliseconds since 1970, by this browser's clock. */
  readonly at: number;
  readonly value: unknown;
}

/** A drawer of one person for one session. */
export interface Drawer {
  readonly all: (store: Store) => Promise<readonly (readonly [id: string, value: unknown])[]>;
  readonly put: (store: Store, id: string, value: unknown) => void;
  readonly remove: (store: Store, id: string) => void;
  /** Empties the drawer. */
  readonly empty: () => void;
}

/** Keeps nothing: for conferences about cases, whose words stay on the page they were typed on. */
export const nothingKept: Drawer = { all: async () => [], put: () => undefined, remove: () => undefined, empty: () => undefined };

let opened: Promise<IDBDatabase | undefined> | undefined;
/** Once the browser was told to forget, this page keeps nothing any more: it is somebody's who has left. */
let forgotten = false;

/** The drawer of this person and session. What others or earlier days have left is thrown out as it opens. */
export function drawerOf(owner: Owner): Drawer {
  const isMine = (row: Kept): boolean => row.account === owner.account && row.session === owner.session;
  const each = (store: Store, found: (row: Kept) => unknown) => within(store, (rows) => forEach(rows, (row) => found(row)));
  return {
    all: async (store) => {
      const mine: Kept[] = [];
      await each(store, (row) => (isStale(row, owner.account) ? 'delete' : isMine(row) && mine.push(row)));
      return mine.sort((one, other) => one.at - other.at).map(({ id, value }) => [id, value] as const);
    },
    put: (store, id, value) => void within(store, (rows) => rows.put({ ...owner, id, at: madeAt(value), value } satisfies Kept)),
    remove: (store, id) => void within(store, (rows) => rows.delete([owner.account, owner.session, id])),
    empty: () => {
      for (const store of ['edits', 'drafts'] as const) void each(store, (row) => isMine(row) && 'delete');
    },
  };
}

/** Throws out what others have left in this browser, and what is too old: as soon as it is known who is here, whatever page they look at. */
export async function forgetOthers(account: string): Promise<void> {
  for (const store of ['edits', 'drafts'] as const)
    await within(store, (rows) => forEach(rows, (row) => isStale(row, account) && 'delete'));
}

/** How many edits wait in this browser, of whoever. */
export async function countKept(): Promise<number> {
  let count = 0;
  await within('edits', (rows) => forEach(rows, () => count++));
  return count;
}

const leaving = new Set<() => void>();

/** Hears when everything is thrown away, to let go of what the page itself still holds. Returns the way to stop. */
export function whenForgotten(listener: () => void): () => void {
  leaving.add(listener);
  return () => leaving.delete(listener);
}

/** Throws everything away, on every page of this browser: nobody is signed in any more. */
export async function forgetKept(): Promise<void> {
  forgotten = true;
  for (const listener of leaving) listener();
  const database = await opened?.catch(() => undefined);
  database?.close();
  opened = undefined;
  if (globalThis.indexedDB) await inTime(answerOf(indexedDB.deleteDatabase(NAME)).catch(() => undefined));
}

const isStale = (row: Kept, account: string): boolean => row.account !== account || Date.now() - row.at > LONGEST_MS;

/** An edit is as old as the moment it was made, also when it is written again. */
const madeAt = (value: unknown): number => (typeof value === 'object' ? ((value as { at?: number } | null)?.at ?? Date.now()) : Date.now());

/** One transaction. Where the browser keeps nothing, nothing is done: the page holds what it has. */
async function within(store: Store, work: (rows: IDBObjectStore) => unknown): Promise<void> {
  const database = await inTime(open());
  if (!database) return;
  await new Promise<void>((resolve) => {
    try {
      const transaction = database.transaction(store, 'readwrite');
      transaction.oncomplete = transaction.onabort = transaction.onerror = () => resolve();
      work(transaction.objectStore(store));
    } catch {
      resolve();
    }
  });
}

function forEach(rows: IDBObjectStore, found: (row: Kept) => unknown): void {
  const walk = rows.openCursor();
  walk.onsuccess = () => {
    const cursor = walk.result;
    if (!cursor) return;
    if (found(cursor.value as Kept) === 'delete') cursor.delete();
    cursor.continue();
  };
}

function open(): Promise<IDBDatabase | undefined> {
  if (forgotten || !globalThis.indexedDB) return Promise.resolve(undefined);
  opened ??= openNow().catch(() => undefined);
  return opened;
}

async function openNow(): Promise<IDBDatabase> {
  const request = indexedDB.open(NAME, 1);
  request.onupgradeneeded = () => {
    for (const store of ['edits', 'drafts'] satisfies Store[])
      request.result.createObjectStore(store, { keyPath: ['account', 'session', 'id'] });
  };
  const database = await answerOf(request);
  // Another page signs out: what this one still holds it no longer writes down.
  database.onversionchange = () => {
    forgotten = true;
    database.close();
  };
  return database;
}

function answerOf<Answer>(request: IDBRequest<Answer>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function inTime<Answer>(answer: Promise<Answer>): Promise<Answer | undefined> {
  return Promise.race([answer, new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), PATIENCE_MS))]);
}
