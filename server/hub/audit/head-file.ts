import path from 'node:path';
import { today } from '#server/kernel/clock';
import type { Chain } from './chain';
import { LineFile } from './line-file';

/** What the head file says of the chain, in the order in which it was written. */
export type HeadEntry =
  | { readonly kind: 'seal'; readonly id: number; readonly mac: string; readonly at: string }
  | { readonly kind: 'restored'; readonly id: number; readonly mac: string; readonly at: string; readonly reason: string };

/**
 * `<dataDir>/audit.head`: how far the chain has come, outside the database. A chain that is shorter, or other, than it says has been cut. Of
 * earlier days only the last link is kept.
 */
export class HeadFile {
  readonly #file: LineFile;
  #day = '';

  constructor(dataDir: string) {
    this.#file = new LineFile(path.join(dataDir, 'audit.head'));
  }

  entries(): HeadEntry[] {
    return this.#file.lines().map((line): HeadEntry => {
      const [kind, id, mac = '', at = '', ...reason] = line.split(' ');
      const entry = { id: Number(id), mac, at };
      return kind === 'restored' ? { kind, ...entry, reason: reason.join(' ') } : { kind: 'seal', ...entry };
    });
  }

  async sealed(id: number, mac: string): Promise<void> {
    const day = today();
    if (this.#day !== day) await this.#forgetEarlierDays(day);
    await this.#file.append(['seal', id, mac, new Date().toISOString()].join(' '));
  }

  /** Somebody vouches that the chain was put back to link `id` from a backup. */
  async restored(chain: Chain, id: number, reason: string): Promise<void> {
    const at = new Date().toISOString();
    const words = reason.replace(/\s+/g, ' ').trim();
    await this.#file.append(['restored', id, chain.restore(id, at, words), at, words].join(' '));
  }

  close(): Promise<void> {
    return this.#file.close();
  }

  async #forgetEarlierDays(day: string): Promise<void> {
    this.#day = day;
    const lines = this.#file.lines();
    const dayOf = (line: string) => today(new Date(line.split(' ')[3] ?? 0));
    const kept = lines.filter((line, place) => {
      const next = lines[place + 1];
      return !line.startsWith('seal ') || !next?.startsWith('seal ') || dayOf(next) !== dayOf(line) || dayOf(line) === day;
    });
    if (kept.length < lines.length) await this.#file.replace(kept);
  }
}
