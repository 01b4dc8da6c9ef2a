import { expect, it } from 'vitest';
import { PairingLimit } from './pairing-limit';

it('one address that asks without end is stopped, the others are not, and a minute later it may ask again', () => {
  const limit = new PairingLimit();
  const asked = Array.from({ length: 100 }, () => limit.takes('10.0.0.1', 1_000));
  expect(asked.filter(Boolean)).toHaveLength(30);
  expect(asked.indexOf(false)).toBe(30);
  expect(limit.takes('10.0.0.2', 1_000)).toBe(true);
  expect(limit.takes('10.0.0.1', 60_900)).toBe(false);
  expect(limit.takes('10.0.0.1', 61_001)).toBe(true);
});

it('many addresses together are stopped too', () => {
  const limit = new PairingLimit();
  const asked = Array.from({ length: 1_000 }, (_, index) => limit.takes(`10.0.${index % 250}.1`, 0));
  expect(asked.filter(Boolean)).toHaveLength(120);
});
