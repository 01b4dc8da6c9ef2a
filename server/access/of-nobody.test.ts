import { describe, expect, it } from 'vitest';
import { tellsOfNobody } from './of-nobody';

/** The list written a second time: what a desk asks for again and again. */
const asked = [
  ['the screens of a room', ['Session.displays', 'Display.id', 'Display.code', 'Display.state']],
  ['how far they are behind', ['Session.displays', 'Display.pairedAt', 'Display.validUntil', 'Display.paintedAt', 'Display.behind']],
  ['who has the page open', ['Session.connected', 'Presence.id', 'Presence.staff', 'Presence.seenAt']],
  [
    'how much lies in the inbox',
    ['InboxStanding.id', 'InboxStanding.open', 'InboxStanding.late', 'InboxStanding.fresh', 'InboxStanding.mark'],
  ],
] as const;
const ofNobody = asked.flatMap(([, fields]) => fields);
/** Names beside them, which by themselves are a list of conferences or of colleagues. */
const beside = ['Session.id', 'Staff.id', 'Staff.name'];
/** What tells of somebody, or of a conference, or of more than a colleague's name. */
const others = ['Case.stage', 'Person.id', 'Session.title', 'Session.kind', 'Session.agenda', 'Staff.team', 'InboxItem.id'];

const tells = (...fields: readonly string[]) => tellsOfNobody(new Set(fields));

describe('an answer leaves no row in the read audit', () => {
  it.each(asked)('when it is about %s', (_what, fields) => expect(tells(...fields)).toBe(true));

  it.each(ofNobody)('when %s is all that was read', (field) => expect(tells(field)).toBe(true));

  it.each(beside)('when %s stands beside such a field, and does by itself', (field) => {
    expect(tells('Display.state', field)).toBe(true);
    expect(tells(field)).toBe(false);
  });

  it('unless nothing was read: then there is nothing to pass over', () => expect(tells()).toBe(false));

  it.each(others)('and does as soon as %s is read with it, whatever stands beside', (other) => {
    for (const field of ofNobody) expect(tells(field, other), field).toBe(false);
    expect(tells(...ofNobody, ...beside, other)).toBe(false);
  });
});
