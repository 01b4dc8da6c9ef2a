import { createHmac, hkdfSync } from 'node:crypto';

/** A link of the chain as it stands in `hub.audit_seal`. */
export interface Link {
  readonly id: number;
  /** Moment of sealing by the database's clock, UTC, to the microsecond. */
  readonly at: string;
  readonly tables: readonly string[];
  readonly rows: readonly number[];
  readonly digests: readonly string[];
  readonly open: string;
}

/** What is sealed before the first link. */
export const NOTHING = '';

/**
 * The keyed hashes of the audit. The key lies outside the database, so nobody who can only write rows can make a link, a digest or a tombstone;
 * and a digest that outlives its row gives no hold for guessing what the row said.
 */
export class Chain {
  readonly #rows: Buffer;
  readonly #links: Buffer;
  readonly #tombstones: Buffer;
  readonly #restores: Buffer;

  constructor(key: string) {
    [this.#rows, this.#links, this.#tombstones, this.#restores] = (['row', 'link', 'tombstone', 'restore'] as const).map((purpose) =>
      Buffer.from(hkdfSync('sha256', key, 'hub audit', purpose, 32)),
    ) as [Buffer, Buffer, Buffer, Buffer];
  }

  /** Digest of one row; 128 bits. `hash`: of its whole content (`rowHash`). */
  digest(table: string, id: number, hash: string): string {
    return mac(this.#rows, [table, id, hash]).slice(0, 22);
  }

  /** What a link vouches for: itself, and the link before it. */
  seal(previous: string, { id, at, tables, rows, digests, open }: Link): string {
    return mac(this.#links, [previous, id, at, tables, rows, digests, open]);
  }

  /** A tombstone that names these rows. */
  tombstone(key: string, ofClass: string, table: string, rows: readonly string[]): string {
    return mac(this.#tombstones, [key, ofClass, table, rows]);
  }

  /** A person's word that the chain was put back to an earlier link, from a backup. */
  restore(id: number, at: string, reason: string): string {
    return mac(this.#restores, [id, at, reason]);
  }
}

const mac = (key: Buffer, parts: readonly unknown[]) => createHmac('sha256', key).update(JSON.stringify(parts)).digest('base64url');
