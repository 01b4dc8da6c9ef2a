import { createHash, timingSafeEqual } from 'node:crypto';

/** What a page of this hub knows and another host's page does not: derived from the sign-in's secret, which no script can read. */
export function csrfOf(secret: string): string {
  return digest(`csrf ${secret}`).toString('base64url');
}

/** Whether `given` is the value of this sign-in; takes equally long for every wrong one. */
export function isCsrf(given: unknown, expected: string): boolean {
  return typeof given === 'string' && timingSafeEqual(digest(given), digest(expected));
}

const digest = (text: string) => createHash('sha256').update(text).digest();
