import { describe, expect, it } from 'vitest';
import { isId, newSecret, secretHash } from './ids';

describe('ids and secrets', () => {
  it.each([
    ['0a1b2c3d-0000-4000-8000-0123456789ab', true],
    ['0A1B2C3D-0000-4000-8000-0123456789AB', false],
    ['0a1b2c3d-0000-4000-8000-0123456789ab ', false],
    ['0a1b2c3d-0000-4000-8000-0123456789ab\n', false],
    ['0a1b2c3d00004000800001234567890ab', false],
    ["' or true --", false],
    ['', false],
  ])('%j has the shape of an id: %s', (text, expected) => {
    expect(isId(text)).toBe(expected);
  });

  it('are secrets of 256 bits, no two alike, of which only a hash is kept', () => {
    const secrets = Array.from({ length: 100 }, newSecret);
    expect(new Set(secrets).size).toBe(100);
    for (const secret of secrets) expect(Buffer.from(secret, 'base64url')).toHaveLength(32);
    expect(secretHash('a')).toBe('ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb');
  });
});
