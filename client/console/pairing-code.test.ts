import { expect, it } from 'vitest';
import { pairingCode } from './pairing-code';

it('takes a code as people type it', () => {
  expect(['ｇｑｙ ｃｊｎ', 'gqy-cjn', ' GQYCJN '].map(pairingCode)).toEqual(['GQYCJN', 'GQYCJN', 'GQYCJN']);
});
