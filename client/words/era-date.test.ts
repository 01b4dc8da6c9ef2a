import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cityDay, clock, dayAndWeekday, daysAfter, eraDate, eraDay, eraMoment, fiscalYearHead } from './era-date';

describe('dates as the city reads them', () => {
  it('writes the era in full', () => {
    expect(eraDate('2026-11-20')).toBe('令和8年11月20日');
    expect(eraDay('2026-11-20')).toBe('令和8年11月20日(金)');
  });
  it('calls a first year 元年 and ends 平成 on its last day', () => {
    expect(eraDate('2019-05-01')).toBe('令和元年5月1日');
    expect(eraDate('2019-04-30')).toBe('平成31年4月30日');
  });
  it('knows the eras in which the people of the city were born, as the browser does', () => {
    const browser = new Intl.DateTimeFormat('ja-JP-u-ca-japanese', { dateStyle: 'long', timeZone: 'UTC' });
    const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(day, (date) => {
        const iso = date.toISOString().slice(0, 10);
        expect(eraDate(iso)).toBe(browser.format(new Date(`${iso}T12:00:00Z`)));
      }),
      {
        numRuns: 500,
        examples: ['1912-07-29', '1912-07-30', '1926-12-24', '1926-12-25', '1989-01-07', '1989-01-08'].map((each) => [new Date(each)]),
      },
    );
  });
  it('shortens a due date without losing its weekday', () => {
    expect(dayAndWeekday('2026-12-04')).toBe('12月4日(金)');
  });
  it('keeps the city clock and day, wherever the browser is', () => {
    expect(clock('2026-11-20T01:05:00Z')).toBe('10:05');
    expect(clock('2026-11-19T15:00:00Z')).toBe('00:00');
    expect(eraMoment('2026-11-19T15:05:00.000Z')).toBe('令和8年11月20日 00:05');
    expect(cityDay(new Date('2026-11-19T15:30:00Z'))).toBe('2026-11-20');
  });
  it('turns the day at midnight of the city, the year of the era on the first of January, and the fiscal year nowhere else', () => {
    expect(cityDay(new Date('2027-03-31T14:59:59.999Z'))).toBe('2027-03-31');
    expect(cityDay(new Date('2027-03-31T15:00:00.000Z'))).toBe('2027-04-01');
    expect(['2026-12-31', '2027-01-01', '2027-03-31', '2027-04-01'].map(eraDate)).toEqual([
      '令和8年12月31日',
      '令和9年1月1日',
      '令和9年3月31日',
      '令和9年4月1日',
    ]);
    expect(eraDay('2028-02-29')).toBe('令和10年2月29日(火)');
    expect(daysAfter('2028-02-28', 2)).toBe('2028-03-01');
    expect(daysAfter('2027-03-31', 1)).toBe('2027-04-01');
  });
  it('counts days over month ends', () => {
    expect(daysAfter('2026-12-25', 14)).toBe('2027-01-08');
  });
  it('says a day that is still being typed as it stands, where a fault would take the page down', () => {
    for (const day of ['70115-01-02', '', '2027-02-31x'])
      expect([eraDate(day), dayAndWeekday(day), daysAfter(day, 7)]).toEqual([day, day, day]);
  });
  it('heads fiscal years as the plan does', () => {
    expect([2024, 2026, 2030].map(fiscalYearHead)).toEqual(['R6', 'R8', 'R12']);
  });
});
