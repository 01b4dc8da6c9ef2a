import { describe, expect, it } from 'vitest';
import { calendarFile } from './calendar-file';

const now = new Date('2026-11-23T01:02:03.456Z');
const session = {
  id: '6c1f',
  kind: 'MARUGOTO',
  number: 3,
  heldOn: '2026-12-01',
  startsAt: null,
  endsAt: null,
  place: '市民会館, 1階; 小ホール\\東',
  status: 'PREPARING',
  moves: 0,
} as const;
const unfolded = (text: string) => text.replaceAll('\r\n ', '');

describe('an invitation as a calendar takes it', () => {
  it('says day, place and kind, escaped', () => {
    const text = unfolded(calendarFile(session, now));
    expect(text).toContain('DTSTART;VALUE=DATE:20261201\r\n');
    expect(text).toContain('DTSTAMP:20261123T010203Z\r\n');
    expect(text).toContain('SUMMARY:地域まるごと支援会議 第3回\r\n');
    expect(text).toContain('LOCATION:市民会館\\, 1階\\; 小ホール\\\\東\r\n');
  });

  it('says its hours on the city’s clock, wherever the calendar is read', () => {
    const text = unfolded(calendarFile({ ...session, startsAt: '13:30', endsAt: '15:00' }, now));
    expect(text).toContain('DTSTART;TZID=Asia/Tokyo:20261201T133000\r\nDTEND;TZID=Asia/Tokyo:20261201T150000\r\n');
    expect(text).toMatch(/BEGIN:VTIMEZONE\r\nTZID:Asia\/Tokyo\r\n[\s\S]*TZOFFSETTO:\+0900\r\n[\s\S]*END:VTIMEZONE\r\nBEGIN:VEVENT/);
  });

  it('says nothing of a conference about cases but that there is a meeting, so that the word alone names no 支援会議', () => {
    for (const kind of ['SHIEN_KAIGI', 'JUSOTEKI_CASE', 'CONNECT'] as const) {
      const text = unfolded(calendarFile({ ...session, kind }, now));
      expect(text).toContain('SUMMARY:会議\r\n');
      expect(text).not.toMatch(/支援|第3回|SHIEN/);
    }
  });

  it('has no line longer than 75 octets, and no character cut in two', () => {
    const text = calendarFile({ ...session, place: '山梨市役所𠮷'.repeat(12) }, now);
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(unfolded(text)).toContain('山梨市役所𠮷'.repeat(12));
    expect(text).not.toContain('\ufffd');
  });

  it('keeps its key from one file to the next, and the id out of it', () => {
    const uid = (text: string) => /UID:(.*)/.exec(text)?.[1];
    expect(uid(calendarFile(session, now))).toBe(uid(calendarFile({ ...session, place: '別の場所' }, new Date(0))));
    expect(calendarFile(session, now)).not.toContain(session.id);
  });

  it('goes before the older one once the session was moved', () => {
    const sequence = (text: string) => Number(/SEQUENCE:(\d+)/.exec(text)?.[1]);
    expect(sequence(calendarFile({ ...session, moves: 2 }, now))).toBeGreaterThan(sequence(calendarFile(session, now)));
  });

  it('takes its entry away once the session was called off', () => {
    const text = calendarFile({ ...session, status: 'CANCELLED', moves: 1 }, now);
    expect(text).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]*METHOD:CANCEL\r\n[\s\S]*BEGIN:VEVENT\r\n[\s\S]*STATUS:CANCELLED\r\n/);
    expect(calendarFile(session, now)).toContain('METHOD:PUBLISH\r\n');
    expect(calendarFile(session, now)).not.toMatch(/CANCEL|STATUS/);
  });

  it('is called by the same one in both files, and nobody with an address', () => {
    for (const status of ['PREPARING', 'CANCELLED'] as const)
      expect(calendarFile({ ...session, status }, now)).toContain('ORGANIZER:invalid:nomail\r\n');
  });
});
