import { readFileSync } from 'node:fs';
import path from 'node:path';
import { BadSettings } from '#server/settings';
import { addressFault } from './department-address';

/** Departments that run elsewhere: key → GraphQL address. */
export type Addresses = ReadonlyMap<string, string>;

export interface DepartmentListOptions {
  readonly dataDir: string;
  /** From the settings; a line of the file stands over an entry of the same name. */
  readonly settled: Addresses;
  /** Departments there are; a line that names another is a fault. Any name will do when this is not given. */
  readonly names?: readonly string[];
  /** Called with the whole new map whenever it has changed. */
  readonly onChange: (departments: Addresses) => void;
  /** Called once for each version of the file that has faults, with a sentence for each. */
  readonly onFaults: (sentences: readonly string[]) => void;
}

const EVERY_MS = 500;
const LINE = /^([a-z][a-z0-9-]*)\s*=\s*(\S+)$/;

/**
 * Watches `<dataDir>/departments`: one `children=http://127.0.0.1:4101/graphql` a line, `#` for comments. A department whose line goes is
 * embedded again. While any line is faulty nothing goes: a slip of the pen must not turn a department back to rows it had years ago.
 *
 * Only what stands here or in the settings is ever called. Read again and again rather than watched: editors, mounts and the file's first
 * appearance all behave differently with watchers, and a file of five lines costs nothing.
 */
export class DepartmentList {
  #text: string | undefined;
  #current: Addresses;
  readonly #timer: NodeJS.Timeout;

  /** Reads once before it returns. Throws `BadSettings`. */
  constructor(private readonly options: DepartmentListOptions) {
    insistOnAddresses(options.settled, options.names);
    this.#current = options.settled;
    this.#read();
    this.#timer = setInterval(() => this.#read(), EVERY_MS).unref();
  }

  get current(): Addresses {
    return this.#current;
  }

  close(): void {
    clearInterval(this.#timer);
  }

  #read(): void {
    const { entries, faults, text } = readList(path.join(this.options.dataDir, 'departments'), this.options.names);
    if (text === this.#text) return;
    this.#text = text;
    if (faults.length > 0) this.options.onFaults(faults);
    const next = new Map([...(faults.length > 0 ? this.#current : this.options.settled), ...entries]);
    if (isSame(next, this.#current)) return;
    this.#current = next;
    this.options.onChange(next);
  }
}

type Names = DepartmentListOptions['names'];

/** Throws `BadSettings` with everything that is wrong with the departments of the settings. */
export function insistOnAddresses(settled: Addresses, names: Names): void {
  const faults = [...settled].flatMap(([name, address]) => entryFault(name, address, names) ?? []);
  if (faults.length > 0) throw new BadSettings(faults.map((fault) => `HUB_DEPARTMENTS: ${fault}`));
}

interface List {
  readonly entries: Addresses;
  readonly faults: readonly string[];
  readonly text: string;
}

function readList(file: string, names: Names): List {
  try {
    return parseList(readFileSync(file, 'utf8'), names);
  } catch (fault) {
    const { code = '' } = fault as NodeJS.ErrnoException;
    if (code === 'ENOENT') return parseList('', names);
    return { entries: new Map(), faults: [`「${file}」を読めません（${code}）。`], text: code };
  }
}

function parseList(text: string, names: Names): List {
  const entries = new Map<string, string>();
  const faults = text.split(/\r?\n/).flatMap((line, index) => {
    const said = lineFault(line.trim(), entries, names);
    return said ? [`${index + 1}行目: ${said}`] : [];
  });
  return { entries, faults, text };
}

/** Takes a line into `entries`, or says what is wrong with it. */
function lineFault(line: string, entries: Map<string, string>, names: Names): string | undefined {
  if (line === '' || line.startsWith('#')) return undefined;
  const [, name, address] = LINE.exec(line) ?? [];
  if (!name || !address) return '「children=http://127.0.0.1:4101/graphql」の形で書いてください。';
  if (entries.has(name)) return `${name} が二度書かれています。`;
  const fault = entryFault(name, address, names);
  if (!fault) entries.set(name, address);
  return fault;
}

function entryFault(name: string, address: string, names: Names): string | undefined {
  if (name === 'core') return 'core はハブそのものなので、外へ移せません。';
  return names && !names.includes(name) ? `${name} という部署はありません。使えるのは ${names.join('、')} です。` : addressFault(address);
}

function isSame(one: Addresses, other: Addresses): boolean {
  return one.size === other.size && [...one].every(([name, address]) => other.get(name) === address);
}
