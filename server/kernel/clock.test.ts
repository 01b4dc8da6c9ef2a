import { afterEach, describe, expect, it } from 'vitest';
import { today } from './clock';
import { fiscalYearOf } from './fiscal-year';

const { TZ } = process.env;
afterEach(() => {
  if (TZ === undefined) delete process.env.TZ;
  else process.env.TZ = TZ;
});

describe("the city's day", () => {
  it.each(['UTC', 'America/Los_Angeles', 'Pacific/Kiritimati'])('begins at midnight in Japan on a machine in %s', (zone) => {
    process.env.TZ = zone;
    expect(today(new Date('2026-12-31T14:59:59.999Z'))).toBe('2026-12-31');
    expect(today(new Date('2026-12-31T15:00:00Z'))).toBe('2027-01-01');
    expect(today(new Date('2026-03-31T14:59:59.999Z'))).toBe('2026-03-31');
    expect(today(new Date('2026-03-31T15:00:00Z'))).toBe('2026-04-01');
    expect(fiscalYearOf(today(new Date('2026-03-31T14:59:59.999Z')))).toBe(2025);
    expect(fiscalYearOf(today(new Date('2026-03-31T15:00:00Z')))).toBe(2026);
  });

  it('is that of now when nothing is said', () => {
    expect(today()).toMatch(/^20\d\d-\d\d-\d\d$/);
  });
});
