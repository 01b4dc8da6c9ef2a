import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { OneByOne } from './one-by-one';

it('does one after another, a failed one too, and turns away what is too much', async () => {
  const line = new OneByOne(3, 5_000);
  const steps: string[] = [];
  const work = (name: string) => async () => {
    steps.push(`${name} begins`);
    await sleep(5);
    steps.push(`${name} ends`);
    if (name === 'b') throw new Error('b');
    return name;
  };
  const answers = await Promise.allSettled(['a', 'b', 'c', 'd'].map((name) => line.take(work(name))));
  expect(steps).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
  expect(answers.map((answer) => (answer.status === 'fulfilled' ? answer.value : 'failed'))).toEqual(['a', 'failed', 'c', undefined]);
  expect(await line.take(work('e'))).toBe('e');
});

it('is held up by nothing that hangs, and begins nothing that has waited too long', async () => {
  const line = new OneByOne(3, 40);
  const begun: string[] = [];
  const hangs = line.take(() => new Promise<string>(() => undefined));
  const behind = line.take(async () => void begun.push('behind'));
  expect(await Promise.all([hangs, behind])).toEqual([undefined, undefined]);
  expect(await line.take(async () => 'next')).toBe('next');
  expect(begun).toEqual([]);
});
