import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { WebSocket } from 'ws';
import { Admissions, type Standing } from './admissions';

/** As much of a socket as its admission looks at. */
class Door extends EventEmitter {
  readonly OPEN = 1;
  readyState = 1;
  readonly codes: number[] = [];
  close(code: number): void {
    this.codes.push(code);
    this.readyState = 3;
    this.emit('close');
  }
}
const aDoor = () => new Door() as Door & WebSocket;
const everybody = (standing: Standing) => async (passes: readonly string[]) => new Map(passes.map((pass) => [pass, standing]));

let admissions: Admissions;
const look = vi.fn<(passes: readonly string[]) => Promise<ReadonlyMap<string, Standing>>>();
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  look.mockReset().mockImplementation(everybody('holds'));
  admissions = new Admissions(look, 60_000);
});
afterEach(() => {
  admissions.stop();
  vi.useRealTimers();
});
/** A second: two looks more, and their answers. */
const tick = async () => {
  await vi.advanceTimersByTimeAsync(1_000);
  await new Promise(setImmediate);
};

describe('an open socket', () => {
  it('stays while its pass holds, and leaves with 4205 when rights have changed and 4403 when they have ended', async () => {
    const [stays, changed, ended] = [aDoor(), aDoor(), aDoor()];
    for (const [pass, door] of Object.entries({ stays, changed, ended })) expect(admissions.admit(pass, door)).toBe(true);
    look.mockResolvedValue(new Map<string, Standing>(Object.entries({ stays: 'holds', changed: 'changed', ended: 'ended' })));
    await tick();
    expect([stays, changed, ended].map(({ codes }) => codes)).toEqual([[], [4205], [4403]]);
    await tick();
    expect(look.mock.lastCall?.[0]).toEqual(['stays']);
  });

  it('that has closed while its pass was looked up is not let in, and nobody asks for it ever after', async () => {
    const gone = aDoor();
    gone.readyState = 3;
    expect(admissions.admit('gone', gone)).toBe(false);
    await tick();
    expect(look).not.toHaveBeenCalled();
  });
});

describe('a change of rights in this process', () => {
  it('that comes while a look is under way is looked for as soon as that is done', async () => {
    const door = aDoor();
    admissions.admit('pass', door);
    let answer: (standings: ReadonlyMap<string, Standing>) => void = () => undefined;
    look.mockReturnValueOnce(new Promise((then) => (answer = then))).mockImplementation(everybody('ended'));
    const waiting = [admissions.look(), admissions.look()];
    expect(look).toHaveBeenCalledTimes(1);
    answer(new Map([['pass', 'holds']]));
    await vi.waitFor(() => expect(door.codes).toEqual([4403]));
    expect(look).toHaveBeenCalledTimes(2);
    await Promise.all(waiting);
  });

  it('is not taken for looked at where the look failed: whoever waits to send something does not send it', async () => {
    admissions.admit('pass', aDoor());
    look.mockRejectedValueOnce(new Error('away'));
    await expect(admissions.look()).rejects.toThrow();
    await expect(admissions.look()).resolves.toBeUndefined();
  });
});

describe('when the database does not answer', () => {
  const away = () => look.mockRejectedValue(new Error('away'));

  it('two seconds of looks that fail change nothing; the third asks everybody to come again', async () => {
    const doors = [aDoor(), aDoor()];
    for (const [index, door] of doors.entries()) admissions.admit(`pass ${index}`, door);
    away();
    await tick();
    await tick();
    expect(doors.flatMap(({ codes }) => codes)).toEqual([]);
    await tick();
    expect(doors.map(({ codes }) => codes)).toEqual([[1013], [1013]]);
  });

  it('one good look in between begins the count anew', async () => {
    const door = aDoor();
    admissions.admit('pass', door);
    for (let round = 0; round < 3; round += 1) {
      away();
      await tick();
      await tick();
      look.mockImplementation(everybody('holds'));
      await tick();
    }
    expect(door.codes).toEqual([]);
  });

  it('a look that is never answered is the only one under way, and after a while counts like three', async () => {
    vi.useRealTimers();
    admissions.stop();
    look.mockReturnValue(new Promise(() => undefined));
    admissions = new Admissions(look, 300);
    const door = aDoor();
    admissions.admit('pass', door);
    await vi.waitFor(() => expect(door.codes).toEqual([1013]), { timeout: 15_000 });
    expect(look).toHaveBeenCalledTimes(1);
  });
});
