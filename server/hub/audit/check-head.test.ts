import { describe, expect, it } from 'vitest';
import { Chain } from './chain';
import { faultOfHead } from './check-head';
import type { HeadEntry } from './head-file';

const chain = new Chain('key-of-the-tests-for-the-head-of-the-chain');
const at = '2026-11-29T03:00:00.000Z';
const seal = (id: number): HeadEntry => ({ kind: 'seal', id, mac: `m${id}`, at });
const restored = (id: number): HeadEntry => ({ kind: 'restored', id, at, reason: '故障', mac: chain.restore(id, at, '故障') });
const walked = (links: number) => ({ links, macs: new Map(Array.from({ length: links }, (_, index) => [index + 1, `m${index + 1}`])) });

describe('what the head file says of a chain', () => {
  it('is that it ends earlier, until somebody vouches for it: also where the file keeps one link of each day alone', () => {
    const head = [seal(3), seal(40)];
    expect(faultOfHead(walked(20), chain, head).fault).toContain('切れています');
    expect(faultOfHead(walked(20), chain, [...head, restored(20)]).fault).toBeUndefined();
    expect(faultOfHead(walked(21), chain, [...head, restored(20)]).fault, 'one link may be on its way').toBeUndefined();
    expect(faultOfHead(walked(25), chain, [...head, restored(20)]).fault).toContain('控えが切られたか');
    expect(faultOfHead(walked(19), chain, [...head, restored(20), seal(21)]).fault).toContain('切れています');
  });

  it('is nothing new where the word of a restore was not given with the key', () => {
    const forged = { ...restored(20), mac: 'made up' } as HeadEntry;
    expect(faultOfHead(walked(20), chain, [seal(3), seal(40), forged]).fault).toContain('この鍵で書かれたものではありません');
  });
});
