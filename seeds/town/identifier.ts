import { createHash } from 'node:crypto';

/** Our namespace for name-based UUIDs (RFC 9562, version 5). Changing it changes every id of the city. */
const NAMESPACE = Buffer.from('6d617275676f5f748f776e2d63697479', 'hex');

/**
 * The id of a thing by its stable name: the same name gives the same UUID on every machine and for every seed, so that tests and
 * fixtures may name what they look for: `idFor('case', 0, 'eighty-fifty')`.
 */
export function idFor(...name: readonly (string | number)[]): string {
  const hash = createHash('sha1').update(NAMESPACE).update(name.join('/')).digest();
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x50, 6);
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = hash.toString('hex', 0, 16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
