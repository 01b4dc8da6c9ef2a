import { describe, expect, it } from 'vitest';
import { type CaseFacts, type DatedConsent, explain, type RecordType } from './explain';
import { asFarAsOneKnows, sentenceOf, sourceOf } from './explain-words';
import type { FieldClass } from './field-class';
import { openedCase, openedPlan } from './opened';
import type { Viewer } from './viewer';

const staff = (teams: readonly string[], rights: Partial<Viewer> = {}): Viewer => ({
  ...{ audience: 'staff', actor: 'staff:1', roles: [], teams, sessions: [] },
  ...rights,
});
const consent = (until: number, classes: readonly string[]): DatedConsent => ({
  ...{ receivers: ['livelihood'], live: true, classes, until: `20${until}-03-31T15:00:00.000Z` },
});
const closed = { holders: [] };
const known = (over: Partial<CaseFacts> = {}): CaseFacts => ({
  case: { caseId: 'c', about: 'p', teams: ['connection'], consents: [] },
  person: { caseId: 'c', about: 'p', teams: ['connection'], consents: [] },
  ...{ windows: [], consents: [] },
  ...over,
});
const line = (name: string, fieldClass: FieldClass) => ({ name, label: name, class: fieldClass });
const types: readonly RecordType[] = [
  {
    ...{ type: 'Case', path: '', name: '事例' },
    fields: [line('stage', 'operational'), line('note', 'note'), line('person', 'protected'), line('consents', 'operational')],
  },
  { type: 'Person', path: 'person', name: '本人', fields: [line('identity', 'identity'), line('contact', 'address')] },
  { type: 'PersonIdentity', path: 'person.identity', name: '氏名', fields: [line('name', 'identity')] },
  { type: 'PersonContact', path: 'person.contact', name: '住所', fields: [line('address', 'address')] },
  { type: 'Consent', path: 'consents', name: '同意', fields: [line('purpose', 'operational')] },
  { type: 'Consultation', path: 'consultations', name: '相談', fields: [line('note', 'note')] },
  { type: 'CouncilRecord', path: 'council', name: '社協', team: 'council', fields: [line('concern', 'sensitive')] },
];
const sign = { SHOWN: '○', WITHHELD: '▲', HIDDEN: '×' } as const;
const told = (viewer: Viewer, facts: CaseFacts, asked = types) =>
  explain(viewer, facts, asked).map(
    ({ name, state, reason, fields }) =>
      `${name} ${sign[state]} ${reason}: ${fields.map((field) => `${field.field} ${sign[field.state]} ${field.reason}`).join(', ')}`,
  );
const serving = staff(['connection']);

describe('whoever has opened the person in an emergency', () => {
  const breaker = staff(['children'], { brokenGlass: ['p'] });
  it('sees by that who it is and where, and the case without anybody’s notes', () => {
    expect(told(breaker, known())).toEqual([
      '事例 ○ EMERGENCY: stage ○ ALWAYS, note ▲ CLOSED, person ○ EMERGENCY, consents ○ ALWAYS',
      '本人 ○ EMERGENCY: identity ○ EMERGENCY, contact ○ EMERGENCY',
      '氏名 ○ EMERGENCY: name ○ EMERGENCY',
      '住所 ○ EMERGENCY: address ○ EMERGENCY',
      '同意 × CLOSED: purpose × CLOSED',
      '社協 × CLOSED: concern × CLOSED',
    ]);
  });

  it('sees no less of somebody protected, and nothing of anybody else', () => {
    const guarded = known({
      case: { ...known().case, protection: closed },
      person: { ...known().person, protection: closed },
    });
    expect(told(breaker, guarded)).toEqual(told(breaker, known()));
    expect(told(staff(['children'], { brokenGlass: ['q'] }), guarded).join()).not.toMatch(/[○▲]/);
  });

  it.each([
    ['opened', ['p'], 'p', ['protected', 'sensitive', 'protected']],
    ['somebody else opened', ['q'], 'p', ['protected']],
    ['of whom nothing is told', ['p'], undefined, ['protected']],
  ] as const)('%s', (_what, brokenGlass, about, opened) => {
    const one = { teams: ['elderly-care'], consents: [], ...(about ? { about } : {}) };
    expect(openedCase(staff(['children'], { brokenGlass }), one)).toEqual(opened);
    expect(openedPlan(staff(['children'], { brokenGlass }), one)).toEqual([]);
    expect(openedCase(serving, { ...one, teams: ['connection'] })).toBe('all');
  });

  it('is not closed out by the protection, of that person alone', () => {
    const guarded = { teams: ['connection'], consents: [], about: 'p', protection: closed };
    expect(openedCase(staff(['connection'], { brokenGlass: ['p'] }), guarded)).toBe('all');
    expect(openedCase(staff(['connection'], { brokenGlass: ['q'] }), guarded)).toEqual(['sensitive']);
  });
});

describe('what lies behind something hidden', () => {
  it('is hidden, though a rule of its own would open it', () => {
    // The way to the person is closed at the case; of the person itself no protection is told.
    const facts = known({ case: { ...known().case, protection: closed } });
    expect(told(serving, facts).slice(0, 4)).toEqual([
      '事例 ○ OWN: stage ○ ALWAYS, note ▲ CLOSED, person ▲ CLOSED, consents ○ ALWAYS',
      '本人 × CLOSED: identity × CLOSED, contact × CLOSED',
      '氏名 × CLOSED: name × CLOSED',
      '住所 × CLOSED: address × CLOSED',
    ]);
  });

  it('is hidden by the way that leads to it, however long that is, and by no other', () => {
    const deeper = types.map((each) => (each.path === 'person.contact' ? { ...each, path: 'person.identity.contact' } : each));
    const facts = known({
      case: { ...known().case, teams: [], consents: [consent(27, ['address'])] },
      person: { ...known().person, teams: [], consents: [consent(27, ['address'])] },
    });
    const [, , identity, contact] = told(staff(['livelihood']), facts, deeper);
    expect([identity, contact]).toEqual(['氏名 × CLOSED: name × CLOSED', '住所 × CLOSED: address × CLOSED']);
    expect(told(staff(['livelihood']), facts)[3]).toBe('住所 ○ CONSENT: address ○ CONSENT');
  });

  it('closes the field that leads to it where rows decide on its class, and no other', () => {
    const facts = known({ person: { ...known().person, protection: closed } });
    expect(told(serving, facts)[0]).toBe('事例 ○ OWN: stage ○ ALWAYS, note ○ OWN, person ▲ CLOSED, consents ○ ALWAYS');
    expect(told(serving, known())[0]).toBe('事例 ○ OWN: stage ○ ALWAYS, note ○ OWN, person ○ OWN, consents ○ ALWAYS');
  });
});

describe('a protection of somebody', () => {
  it('closes what they said at a window, to whoever serves the case and not them', () => {
    const window = { team: 'children', name: 'こども', person: 'housemate', about: 'q', consents: [] } as const;
    expect(told(serving, known({ windows: [window] }))[5]).toBe('相談（こども） ○ OWN: note ▲ CLOSED');
    expect(told(serving, known({ windows: [{ ...window, protection: closed }] }))[5]).toBe('相談（こども） × CLOSED: note × CLOSED');
  });

  it('closes what a department was to be told by consent, to whoever goes on serving', () => {
    const both = staff(['connection', 'livelihood']);
    const consents = [consent(27, ['sensitive'])];
    const record = (over: Partial<CaseFacts['case']>) => told(both, known({ case: { ...known().case, consents, ...over } })).at(-1);
    expect(record({})).toBe('社協 ○ CONSENT: concern ○ CONSENT');
    expect(record({ protection: closed })).toBe('社協 × CLOSED: concern × CLOSED');
    expect(record({ protection: { holders: ['livelihood'] } })).toBe('社協 ○ CONSENT: concern ○ CONSENT');
  });

  it('that has ended is one that never was', () => {
    const { protection: _, ...ended } = { ...known().case, protection: closed };
    expect(told(serving, known({ case: ended }))).toEqual(told(serving, known()));
  });
});

it('who somebody is stays open until the consent to that ends, whatever else is agreed on for longer', () => {
  const consents = [consent(27, ['identity']), consent(28, ['address']), consent(30, ['sensitive'])];
  const facts = known({ case: { ...known().case, consents, teams: [] }, person: { ...known().person, consents, teams: [] } });
  const until = (name: string) =>
    explain(staff(['livelihood']), facts, types)
      .find((each) => each.name === name)
      ?.until?.slice(2, 4);
  expect(['事例', '本人', '氏名', '住所'].map(until)).toEqual(['30', '30', '27', '28']);
});

describe('the words', () => {
  const self = { audience: 'staff', isOneself: true, team: '困窮' } as const;
  it.each([
    ['HEARD', '支援会議で扱っているので、その間だけ見えます。', '規則の順3：会議の種類（社会福祉法106条の6）'],
    ['EMERGENCY', '緊急閲覧で、いまだけ開いています。', '緊急閲覧（記録と確認が残る）'],
  ] as const)('of %s', (reason, sentence, source) => {
    for (const what of ['record', 'field'] as const) expect(sentenceOf({ state: 'SHOWN', reason }, what, self)).toBe(sentence);
    expect(sourceOf({ reason })).toBe(source);
  });

  it('under every answer say that it rests on what the asker may know', () => {
    expect(asFarAsOneKnows).toMatch(/^あなたに開かれていない同意や措置は、.*広いことも狭いこともあります。$/);
  });
});
