import { randomInt } from 'node:crypto';
import { secretHash } from '#server/kernel/ids';

const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';
const GROUPS = 4;
const GROUP = 4;
const COUNT = 10;

/** Ten codes of 79 bits in groups of four letters, `ab3d-…`: too many to be guessed, so a plain hash keeps them. */
export function codesFor(): string[] {
  const group = () => Array.from({ length: GROUP }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  return Array.from({ length: COUNT }, () => Array.from({ length: GROUPS }, group).join('-'));
}

/** What is kept of a code, however its groups, spaces and capitals were typed. */
export function recoveryHash(code: string): string {
  return secretHash(code.normalize('NFKC').replace(/[\s-]/gu, '').toLowerCase());
}
