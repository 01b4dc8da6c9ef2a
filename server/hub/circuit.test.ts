import { beforeEach, describe, expect, it } from 'vitest';
import { Circuit } from './circuit';

let clock = 0;
let circuit: Circuit;
beforeEach(() => {
  clock = 0;
  circuit = new Circuit(() => clock);
});

/** A call that fails after it has run so long. */
function fail(took = 0): void {
  const attempt = circuit.enter();
  clock += took;
  attempt?.end('failed');
}

describe('the circuit', () => {
  it('lets everyone through while there are answers', () => {
    const both = [circuit.enter(), circuit.enter()];
    for (const attempt of both) attempt?.end('answered');
    expect(circuit.enter()).toBeDefined();
  });

  it('lets nobody through for a second after a failure, then one to see', () => {
    fail();
    clock += 999;
    expect(circuit.enter()).toBeUndefined();
    clock += 1;
    expect(circuit.enter()).toBeDefined();
    expect(circuit.enter()).toBeUndefined();
  });

  it('does not pause after a probe that hung for longer than the pause', () => {
    fail(1_500);
    fail(1_500);
    expect(circuit.enter()).toBeDefined();
  });

  it('is whole again with the first answer', () => {
    fail();
    clock += 1_000;
    circuit.enter()?.end('answered');
    expect([circuit.enter(), circuit.enter()]).not.toContain(undefined);
  });

  it('stays broken when the probe fails, and probes again', () => {
    fail();
    clock += 1_000;
    fail();
    expect(circuit.enter()).toBeUndefined();
    clock += 1_000;
    expect(circuit.enter()).toBeDefined();
  });

  it('learns nothing from a caller who went away', () => {
    fail();
    clock += 1_000;
    circuit.enter()?.end('abandoned');
    clock += 1_000;
    expect(circuit.enter()).toBeDefined();
  });

  it('does not break for one heavy question while others are answered', () => {
    const heavy = circuit.enter();
    clock += 1_000;
    circuit.enter()?.end('answered');
    clock += 500;
    heavy?.end('failed');
    expect(circuit.enter()).toBeDefined();
  });

  it('does not send a second probe because an older call failed meanwhile', () => {
    const older = circuit.enter();
    fail(10);
    clock += 1_000;
    const probe = circuit.enter();
    older?.end('failed');
    expect(circuit.enter()).toBeUndefined();
    probe?.end('answered');
    expect(circuit.enter()).toBeDefined();
  });
});
