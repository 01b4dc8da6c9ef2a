import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

const TAG = 16;
const NONCE = 12;

/**
 * Seals what must be read again (seeds of authenticator apps, a sign-in under way at the provider) under a key outside the database, and marks
 * what must only be recognised again (addresses, names that were tried). A copy of the tables alone opens neither.
 */
export class Seal {
  readonly #sealing: Buffer;
  readonly #marking: Buffer;

  constructor(key: string) {
    this.#sealing = derive(key, 'seal');
    this.#marking = derive(key, 'mark');
  }

  /** AES-256-GCM, base64url. `purpose` is bound in: what was sealed for one thing does not open for another. */
  seal(purpose: string, text: string): string {
    const nonce = randomBytes(NONCE);
    const cipher = createCipheriv('aes-256-gcm', this.#sealing, nonce).setAAD(Buffer.from(purpose));
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, sealed, cipher.getAuthTag()]).toString('base64url');
  }

  /** The text, or undefined when it was sealed otherwise or touched since. */
  open(purpose: string, sealed: string): string | undefined {
    const bytes = Buffer.from(sealed, 'base64url');
    if (bytes.length < NONCE + TAG) return undefined;
    try {
      const decipher = createDecipheriv('aes-256-gcm', this.#sealing, bytes.subarray(0, NONCE)).setAAD(Buffer.from(purpose));
      decipher.setAuthTag(bytes.subarray(-TAG));
      return decipher.update(bytes.subarray(NONCE, -TAG), undefined, 'utf8') + decipher.final('utf8');
    } catch {
      return undefined;
    }
  }

  /** A keyed hash: equal for equal texts, and nothing can be told or guessed from it without the key. */
  mark(purpose: string, text: string): string {
    return createHmac('sha256', this.#marking).update(`${purpose} ${text}`).digest('base64url').slice(0, 32);
  }
}

const derive = (key: string, purpose: string) => Buffer.from(hkdfSync('sha256', key, 'hub identity', purpose, 32));
