import { afterEach, expect, it, vi } from 'vitest';
import { keepHouse } from './housekeeping';

afterEach(() => {
  vi.useRealTimers();
});

it('does its chores again and again, also after one has failed, until it is stopped', async () => {
  vi.useFakeTimers();
  const [failing, good] = [vi.fn().mockRejectedValue(new Error('away')), vi.fn().mockResolvedValue(undefined)];
  const stop = keepHouse([failing, good]);
  await vi.advanceTimersByTimeAsync(31 * 60_000);
  expect([failing.mock.calls.length, good.mock.calls.length]).toEqual([3, 3]);
  stop();
  await vi.advanceTimersByTimeAsync(60 * 60_000);
  expect(good).toHaveBeenCalledTimes(3);
});
