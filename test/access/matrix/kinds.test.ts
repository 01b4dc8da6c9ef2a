import { randomUUID } from 'node:crypto';
import { buildSchema, isObjectType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ConferenceKind, conferenceKinds, conferenceProfiles } from '#server/access/conference-profile';
import { minutesLevels } from '#server/access/minutes-level';
import { aTown, type Guest, guest, type Town } from '#test/kit/a-town';
import { steered } from '#test/kit/steer';
import { fields } from './fields';
import { kinds } from './kinds';
import { filled, roadsInto } from './roads';
import { harmless } from './roots';
import { layCase, prepare } from './subjects';
import { called, everyone, type Who } from './who';

let town: Town;
const guests = new Map<Who, Guest>();
const sessions = new Map<ConferenceKind, string>();
const absent = randomUUID();

beforeAll(async () => {
  town = await aTown();
  const { subjects, display } = await prepare(town);
  for (const who of everyone) {
    if (who === 'display') guests.set(who, display);
    else guests.set(who, who === 'nobody' ? guest(town.origin, {}) : await town.as(who));
  }
  const prepared = { MARUGOTO: subjects.board, JUSOTEKI_CASE: subjects.table, SHIEN_KAIGI: subjects.restricted };
  for (const kind of conferenceKinds) sessions.set(kind, prepared[kind as 'MARUGOTO'] ?? (await aSession(kind, subjects.openCase)));
}, 120_000);
afterAll(() => town?.close());

/** A session of a kind with something on its agenda, and a note of the facilitator's beside it. */
async function aSession(kind: ConferenceKind, openCase: string): Promise<string> {
  const input = { kind, title: '試しの会議', heldOn: '2026-12-01', place: '会議室C' };
  const { id } = await steered(guests.get('facilitator') as Guest, 'createSession', input);
  if (conferenceProfiles[kind].agenda.includes('case')) await layCase(town, id, openCase);
  else
    await town.rows(
      `insert into core.agenda_item (session_id, restricted, position, kind, issue_id, letter, note)
       select $1, false, 900, 'ISSUE', (select i.id from core.community_issue i where i.state = 'APPROVED' order by i.id limit 1), 'Y', '司会の控え KOTEI-PII-9010'`,
      [id],
    );
  return id;
}

const sessionOf = (kind: ConferenceKind) => sessions.get(kind) ?? '';
const forms = ['PRINT', 'FILE'] as const;

/** Everything else that can be asked of a session, in one document. */
const readings = `query ($id: ID!, $kind: ConferenceKind!) { list: sessions(kind: $kind, limit: 200) { id } ${minutesLevels
  .map((level) => `${level}: minutes(session: $id, level: ${level}) { __typename place items { __typename note } }`)
  .join(' ')} }`;
/** What can be taken out of the house, each by a change of its own. */
const takings: Readonly<Record<string, string>> = {
  sheet: 'printSession(session: $id) { __typename }',
  invitation: 'exportInvitation(session: $id)',
  ...Object.fromEntries(
    minutesLevels.flatMap((level) =>
      forms.map((form) => [`${level} ${form}`, `exportMinutes(input: { session: $id, level: ${level}, form: ${form} })`]),
    ),
  ),
};
const take = (guest: Guest, change: string, id: string) => guest.ask(`mutation ($id: ID!) { ${change} }`, { id });
/** Two refusals say the same where they differ in nothing but the ids and references. */
const alike = (text: string, id: string) => text.replaceAll(id, 'id').replace(/[0-9a-f]{8}(?=")/g, 'reference');

describe.each(conferenceKinds)('%s', (kind) => {
  const row = kinds[kind];
  const told = { ...row.sees, ...minutesOf(row.minutes) };

  it.each(['a query', 'a socket', 'a live board'] as const)(
    'shows by %s what its row says, and nothing else of these classes',
    async (road) => {
      for (const who of everyone) {
        const answer = await roadsInto(town, guests)[road](who, 'session', sessionOf(kind));
        const expected = Object.keys(row.sees).filter((name) => row.sees[name]?.includes(who));
        expect([...filled(answer)].filter((name) => name in fields).sort(), who).toEqual(expected.sort());
      }
    },
  );

  it('is found, read afterwards and taken out by those of its row, and to everybody else is as absent as what nobody has', async () => {
    await callIn(kind);
    for (const who of everyone) {
      const asked = guests.get(who) as Guest;
      const id = sessionOf(kind);
      const read = await asked.ask(readings, { id, kind });
      const isKnown = (read.data?.list ?? []).some((each: { id: string }) => each.id === id);
      // A display knows of its session by the session itself: it has no lists.
      expect(isKnown, `${who} in the list`).toBe(row.known.includes(who) && who !== 'display');
      const levels = minutesLevels.filter((level) => read.data?.[level]);
      expect(levels, `${who} reads`).toEqual(minutesLevels.filter((level) => row.minutes[level]?.includes(who)));
      const seen = [...filled(read.data)].filter((name) => name in fields).sort();
      expect(seen, `${who} in minutes`).toEqual(
        Object.keys(minutesOf(row.minutes))
          .filter((name) => told[name]?.includes(who))
          .sort(),
      );
      const taken: string[] = [];
      for (const [what, change] of Object.entries(takings)) {
        const { errors, text } = await take(asked, change, id);
        if (!errors) taken.push(what);
        else if (!row.known.includes(who))
          expect(alike(text, id), `${who} can tell`).toBe(alike((await take(asked, change, absent)).text, absent));
      }
      expect(taken.sort(), `${who} takes out`).toEqual(takenBy(kind, who));
      if (!row.known.includes(who))
        expect(alike(read.text, id), `${who} can tell`).toBe(alike((await asked.ask(readings, { id: absent, kind })).text, absent));
    }
  });
});

/** Which fields of these classes minutes hold, for whom. */
function minutesOf(levels: (typeof kinds)[ConferenceKind]['minutes']): Record<string, readonly Who[]> {
  const { PARTICIPANTS: place = [], OFFICE: note = [] } = levels;
  return { ...(place.length > 0 ? { 'Minutes.place': place } : {}), ...(note.length > 0 ? { 'MinutesItem.note': note } : {}) };
}

function takenBy(kind: ConferenceKind, who: Who): string[] {
  const { sheet, invitation, leaves } = kinds[kind];
  const minutes = Object.entries(leaves).flatMap(([key, by]) => (by.includes(who) ? [key] : []));
  return [...(sheet.includes(who) ? ['sheet'] : []), ...(invitation.includes(who) ? ['invitation'] : []), ...minutes].sort();
}

/** 子ども is called to the table of an open kind, so that those who sat there differ from those who did not. */
async function callIn(kind: ConferenceKind): Promise<void> {
  if (conferenceProfiles[kind].restricted) return;
  for (const persona of called)
    await town.rows(`insert into core.session_member (session_id, staff_id, duty) values ($1, $2, 'MEMBER') on conflict do nothing`, [
      sessionOf(kind),
      town.viewer(persona).actor.slice('staff:'.length),
    ]);
  await expect.poll(async () => isCalled(kind), { timeout: 5_000 }).toBe(true);
}

/** Whether the sign-in has noticed it: claims are looked up each second. */
async function isCalled(kind: ConferenceKind): Promise<boolean> {
  const member = guests.get('children') as Guest;
  if (!kinds[kind].minutes.PARTICIPANTS) return true;
  return (await member.ask(`{ minutes(session: "${sessionOf(kind)}", level: PARTICIPANTS) { title } }`)).data.minutes !== null;
}

describe('no road around the rows', () => {
  it('is opened by an argument: none of any field sorts, filters or counts by what is secret', () => {
    for (const sdl of Object.values(town.hub.graph.current.contractSdl)) {
      const types = Object.values(buildSchema(sdl).getTypeMap()).filter((type) => isObjectType(type));
      const args = types.flatMap((type) =>
        type.name.startsWith('__')
          ? []
          : Object.values(type.getFields()).flatMap((field) => field.args.map((each) => `${type.name}.${field.name}: ${each.name}`)),
      );
      expect(args.filter((each) => !((each.split(': ')[1] ?? '') in harmless))).toEqual([]);
    }
  });

  it('leads through the analysts’ contract, which has no such field at all', () => {
    const { analyst } = town.hub.graph.current.contracts;
    const there = Object.values(analyst.getTypeMap()).flatMap((type) =>
      'getFields' in type ? Object.keys(type.getFields()).map((name) => `${type.name}.${name}`) : [],
    );
    expect(there.filter((name) => name in fields)).toEqual([]);
  });
});
