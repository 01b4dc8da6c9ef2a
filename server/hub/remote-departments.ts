import type { KeyObject } from 'node:crypto';
import { log } from '#server/kernel/log';
import type { Source } from './graph';
import { type DepartmentName, guard } from './guard';
import { fetchSdl, remoteExecutor } from './remote-executor';
import { remoteSdlFaults } from './remote-sdl';

export interface RemoteOptions {
  readonly departments: readonly DepartmentName[];
  /** With which the hub signs its calls (`signingKey`). */
  readonly key: KeyObject;
  /** SDL of the embedded department: what a remote one is taken to offer until it has answered itself. */
  sdlOf(key: string): string;
  /** Composes the graph with these roads instead of the embedded ones. Throws when they do not compose. */
  use(remotes: ReadonlyMap<string, Omit<Source, 'name'>>): Promise<void>;
}

const RETRY_MS = 1_000;

/**
 * Puts departments that run elsewhere into the graph as the list says. One that does not answer yet is taken with the SDL of its embedded
 * twin, so its fields are null and masked rather than gone, and asked for its own again until it answers. One that does not compose, or
 * that reaches for what is not its own, is refused.
 */
export class RemoteDepartments {
  #addresses: ReadonlyMap<string, string> = new Map();
  /** Own SDLs of departments that have answered: `key address` → SDL. */
  readonly #answered = new Map<string, string>();
  #work: Promise<void> = Promise.resolve();
  #timer: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(private readonly options: RemoteOptions) {}

  /** Takes a new list; resolves when the graph has been composed with it, or refused. */
  set(addresses: ReadonlyMap<string, string>): Promise<void> {
    this.#addresses = addresses;
    this.#answered.clear();
    clearTimeout(this.#timer);
    return this.#next(async () => {
      await this.#askAll();
      await this.#compose();
      this.#askAgain();
    });
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
  }

  #next(work: () => Promise<void>): Promise<void> {
    this.#work = this.#work.then(() => (this.#closed ? undefined : work()));
    return this.#work;
  }

  /** While somebody has not answered: the roads and their circuits stay as they are until somebody new does. */
  #askAgain(): void {
    if (this.#closed || this.#waiting().length === 0) return;
    this.#timer = setTimeout(
      () =>
        void this.#next(async () => {
          if (await this.#askAll()) await this.#compose();
          this.#askAgain();
        }),
      RETRY_MS,
    );
    this.#timer.unref();
  }

  #waiting(): string[] {
    return [...this.#addresses.keys()].filter((key) => !this.#answered.has(`${key} ${this.#addresses.get(key)}`));
  }

  /** Asks everybody who has not answered yet, all at once; whether somebody new has. */
  async #askAll(): Promise<boolean> {
    const before = this.#answered.size;
    await Promise.all(
      this.#waiting().map(async (key) => {
        const url = this.#addresses.get(key) ?? '';
        const sdl = await fetchSdl({ name: key, url, key: this.options.key }).catch(() => undefined);
        if (sdl === undefined) return;
        const faults = remoteSdlFaults(sdl, this.options.sdlOf(key));
        if (faults.length > 0)
          log.error('a department offers what is not its own; its embedded schema is used instead', {
            department: key,
            faults: faults.join(' '),
          });
        this.#answered.set(`${key} ${url}`, faults.length > 0 ? this.options.sdlOf(key) : sdl);
        log.info('a department answers from its own process', { department: key });
      }),
    );
    return this.#answered.size > before;
  }

  async #compose(): Promise<void> {
    const remotes = new Map<string, Omit<Source, 'name'>>();
    for (const department of this.options.departments) {
      const url = this.#addresses.get(department.key);
      if (!url) continue;
      const sdl = this.#answered.get(`${department.key} ${url}`) ?? this.options.sdlOf(department.key);
      remotes.set(department.key, {
        url,
        sdl,
        executor: guard(department, remoteExecutor({ name: department.key, url, key: this.options.key, sdl })),
      });
    }
    try {
      await this.options.use(remotes);
    } catch {
      log.error('the new list of departments is not used; the graph stays as it was');
    }
  }
}
