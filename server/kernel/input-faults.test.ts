import { describe, expect, it } from 'vitest';
import { pastDayFault } from './past-day-fault';
import { Invalid } from './problem';
import { refuse } from './refuse';
import { textFault } from './text-fault';

describe('faults of an input', () => {
  it('names every faulty field at once', () => {
    const fault = catching(() => refuse({ day: '直してください。', kind: undefined, note: '消してください。', grade: false }));
    expect(fault).toBeInstanceOf(Invalid);
    expect((fault as Invalid).details).toEqual({ fields: { day: '直してください。', note: '消してください。' } });
  });

  it('lets a faultless input pass', () => {
    expect(() => refuse({ day: undefined, note: false })).not.toThrow();
  });

  it('wants a text that says something, is short enough and can be stored', () => {
    expect(textFault('家計の相談\n𠮷田さん', 12)).toBeUndefined();
    expect(textFault('　', 10)).toContain('書いて');
    expect(textFault('𠮷'.repeat(11), 10)).toContain('10文字');
    expect(textFault('a\u0000b', 10)).toContain('制御文字');
  });

  it('refuses a 個人番号 without quoting it', () => {
    const fault = textFault('番号 1234-5678-9018', 100);
    expect(fault).toContain('個人番号');
    expect(fault).not.toMatch(/\d{4}/);
  });

  it("takes a day of the past by the city's calendar", () => {
    const newYear = new Date('2026-12-31T15:30:00Z');
    expect(pastDayFault('2027-01-01', newYear)).toBeUndefined();
    expect(pastDayFault('2027-01-02', newYear)).toContain('今日まで');
    expect(pastDayFault('0026-01-01', newYear)).toContain('年');
  });
});

function catching(work: () => void): unknown {
  try {
    work();
  } catch (fault) {
    return fault;
  }
  return undefined;
}
