import { createHash, randomBytes } from 'node:crypto';

const shape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whether `text` has the shape of an opaque id (lower-case UUID). Anything else cannot exist and is answered as not found. */
export function isId(text: string): boolean {
  return shape.test(text);
}

/** A fresh secret of 256 bits for sign-ins and displays, base64url. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** What is kept of a secret: its SHA-256, so that a copy of the table opens no door. */
export function secretHash(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
