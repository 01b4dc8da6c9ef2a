import { describe, expect, it } from 'vitest';
import { type CaseFacts, type DatedConsent, explain, type RecordType } from './explain';
import { conferenceSentence, sentenceOf, sourceOf, type Whom } from './explain-words';
import { type FieldClass, withheldReason } from './field-class';
import { consentedClasses, openedCase, openedDepartment, openedPlan, openedWindow } from './opened';
import type { Viewer } from './viewer';

const staff = (team: string | null, rights: Partial<Viewer> = {}): Viewer => ({
  audience: 'staff',
  actor: 'staff:1',
  roles: [],
  teams: team ? [team] : [],
  sessions: [],
  ...rights,
});
const consent = (terms: Partial<DatedConsent>): DatedConsent => ({
  receivers: ['livelihood'],
  classes: ['identity', 'sensitive'],
  live: true,
  until: '2027-03-31T15:00:00.000Z',
  ...terms,
});
const facts = (more: Partial<CaseFacts['case']> = {}): CaseFacts => {
  const standing = { consents: [consent({})], ...more };
  return {
    case: { teams: ['connection', 'elderly-care'], ...standing },
    person: { teams: ['elderly-care'], ...standing },
    windows: [{ team: 'children', name: 'こども', person: 'subject', ...standing }],
    consents: standing.consents.map((consent) => ({
      consent,
      teams: ['elderly-care'],
      ...(more.protection ? { protection: more.protection } : {}),
    })),
  };
};

const line = (name: string, fieldClass: FieldClass) => ({ name, label: name, class: fieldClass });
const types: readonly RecordType[] = [
  { type: 'Case', path: '', name: '事例', fields: [line('stage', 'operational'), line('summary', 'note'), line('person', 'protected')] },
  { type: 'Person', path: 'person', name: '本人', fields: [line('identity', 'identity'), line('contact', 'address')] },
  { type: 'PersonIdentity', path: 'person.identity', name: '氏名', fields: [line('name', 'identity')] },
  { type: 'PersonContact', path: 'person.contact', name: '住所', fields: [line('address', 'address')] },
  { type: 'Consultation', path: 'consultations', name: '相談', fields: [line('isolation', 'sensitive'), line('note', 'note')] },
  { type: 'Consent', path: 'consents', name: '同意', fields: [line('purpose', 'operational')] },
  { type: 'SupportPlan', path: 'plan', name: 'プラン', fields: [line('longGoal', 'sensitive')] },
  { type: 'CouncilRecord', path: 'council', name: '社協', team: 'council', fields: [line('concern', 'sensitive'), line('note', 'note')] },
];

const sign = { SHOWN: '○', WITHHELD: '▲', HIDDEN: '×' } as const;
/** Each record as `name mark(field mark reason …)`. */
const told = (viewer: Viewer, known = facts()) =>
  explain(viewer, known, types).map(
    ({ name, state, reason, fields }) =>
      `${name} ${sign[state]} ${reason}: ${fields.map((field) => `${field.field} ${sign[field.state]} ${field.reason}`).join(', ')}`,
  );

describe('what is explained', () => {
  it('to a 担当 that serves: its case whole, of others what it may', () => {
    expect(told(staff('elderly-care'))).toEqual([
      '事例 ○ OWN: stage ○ ALWAYS, summary ○ OWN, person ○ OWN',
      '本人 ○ OWN: identity ○ OWN, contact ○ OWN',
      '氏名 ○ OWN: name ○ OWN',
      '住所 ○ OWN: address ○ OWN',
      '相談（こども） ○ OWN: isolation ▲ CLOSED, note ▲ CLOSED',
      '同意 ○ OWN: purpose ○ ALWAYS',
      'プラン ○ OWN: longGoal ○ OWN',
      '社協 × CLOSED: concern × CLOSED, note × CLOSED',
    ]);
  });

  it('to a receiver of a consent: what it names, never a department’s note, and until when', () => {
    expect(told(staff('livelihood'))).toEqual([
      '事例 ○ CONSENT: stage ○ ALWAYS, summary ▲ CLOSED, person ○ CONSENT',
      '本人 ○ CONSENT: identity ○ CONSENT, contact ▲ CLOSED',
      '氏名 ○ CONSENT: name ○ CONSENT',
      '住所 × CLOSED: address × CLOSED',
      '相談（こども） ○ CONSENT: isolation ○ CONSENT, note ▲ CLOSED',
      '同意 ○ CONSENT: purpose ○ ALWAYS',
      'プラン ○ CONSENT: longGoal ○ CONSENT',
      '社協 ○ CONSENT: concern ○ CONSENT, note ▲ CLOSED',
    ]);
    const [one] = explain(staff('livelihood'), facts(), types);
    expect([one?.until, one?.fields.map(({ until }) => until)]).toEqual([
      '2027-03-31T15:00:00.000Z',
      ['2027-03-31T15:00:00.000Z', null, '2027-03-31T15:00:00.000Z'],
    ]);
  });

  it('ends with the last of the consents that open it, each for its own class', () => {
    const known = facts({
      consents: [
        consent({}),
        consent({ classes: ['note'], until: '2026-12-31T15:00:00.000Z' }),
        consent({ until: '2030-03-31T15:00:00.000Z', live: false }),
        consent({ until: '2031-03-31T15:00:00.000Z', receivers: ['children'] }),
      ],
    });
    const [one] = explain(staff('livelihood'), known, types);
    expect(one?.until).toBe('2027-03-31T15:00:00.000Z');
    expect(one?.fields.find(({ field }) => field === 'summary')?.until).toBe('2026-12-31T15:00:00.000Z');
  });

  it('to a stranger and to a role alone is nothing; to its own window the record that hangs on a case it does not see is not reached', () => {
    for (const viewer of [staff('disability'), staff(null, { roles: ['coordinator', 'administrator'] }), staff('council')])
      expect(told(viewer).filter((each) => /[○▲]/.test(each))).toEqual([]);
  });

  it('to a 担当 that serves a person closed to it: the case goes on, who and where are gone, and with them the note', () => {
    const closed = told(staff('elderly-care'), facts({ protection: { holders: [] } }));
    expect(closed).toContain('事例 ○ OWN: stage ○ ALWAYS, summary ▲ CLOSED, person ▲ CLOSED');
    expect(closed.filter((each) => /^(本人|氏名|住所) ○/.test(each))).toEqual([]);
    expect(told(staff('elderly-care'), facts({ protection: { holders: ['elderly-care'] } }))).toEqual(told(staff('elderly-care')));
    expect(told(staff('livelihood'), facts({ protection: { holders: [] } })).filter((each) => /[○▲]/.test(each))).toEqual([]);
  });

  it('to whoever hears it in a 支援会議: what the visibility table lets them see, and no record of a department', () => {
    const [heard, known] = [staff('disability', { heard: ['c'] }), facts({ caseId: 'c', consents: [] })];
    expect(told(heard, known)).toEqual([
      '事例 ○ HEARD: stage ○ ALWAYS, summary ○ HEARD, person ○ HEARD',
      '本人 ○ HEARD: identity ○ HEARD, contact ○ HEARD',
      '氏名 ○ HEARD: name ○ HEARD',
      '住所 ○ HEARD: address ○ HEARD',
      '相談（こども） ○ HEARD: isolation ○ HEARD, note ○ HEARD',
      '同意 × CLOSED: purpose × CLOSED',
      'プラン ○ HEARD: longGoal ○ HEARD',
      '社協 × CLOSED: concern × CLOSED, note × CLOSED',
    ]);
    expect(told(staff('disability', { heard: ['d'] }), known).filter((each) => /[○▲]/.test(each))).toEqual([]);
    const closed = facts({ caseId: 'c', consents: [], protection: { holders: [] } });
    expect(told(heard, closed).filter((each) => /[○▲]/.test(each))).toEqual([]);
    const serving = told(staff('elderly-care', { heard: ['c'] }), known);
    expect(serving).toContain('相談（こども） ○ OWN: isolation ○ HEARD, note ○ HEARD');
    expect(serving).toContain('事例 ○ OWN: stage ○ ALWAYS, summary ○ OWN, person ○ OWN');
    // What a department opens still rests on the consent, and ends with it.
    const shared = told(staff('livelihood', { heard: ['c'] }), facts({ caseId: 'c' }));
    expect(shared.at(-1)).toBe('社協 ○ CONSENT: concern ○ CONSENT, note ▲ CLOSED');
  });

  it('to the wall and to the analyst is nothing of a case, because they are what they are', () => {
    for (const audience of ['display', 'analyst'] as const) {
      const all = explain({ ...staff('elderly-care'), audience }, facts(), types);
      expect(new Set(all.flatMap(({ state, reason, fields }) => [state, reason, ...fields.map((field) => field.state)]))).toEqual(
        new Set(['HIDDEN', 'AUDIENCE']),
      );
    }
  });

  it('fails for a type that it has no rule for', () => {
    expect(() => explain(staff('council'), facts(), [{ type: 'Unknown', path: '', name: '', fields: [] }])).toThrow('Unknown');
  });
});

describe('what a row opens', () => {
  const one = facts().case;
  it('is all to those who serve, and what consents name to those who receive', () => {
    expect([
      openedCase(staff('connection'), one),
      openedPlan(staff('connection'), one),
      openedWindow(staff('children'), one, 'children'),
    ]).toEqual(['all', 'all', 'all']);
    expect(openedCase(staff('livelihood'), one)).toEqual(['identity', 'sensitive', 'protected']);
    expect(openedWindow(staff('connection'), one, 'children')).toEqual([]);
    expect(openedDepartment(staff('council'), one, 'council')).toBe('all');
    expect(openedDepartment(staff('livelihood'), { consents: [consent({ classes: ['note', 'sensitive'] })] }, 'council')).toEqual([
      'sensitive',
    ]);
    expect(consentedClasses(staff('livelihood'), { consents: [consent({ live: false })] })).toEqual([]);
    expect(consentedClasses(staff('livelihood'), {})).toEqual([]);
  });

  it('is little where a protection closes the person, whoever asks', () => {
    const closed = { ...one, protection: { holders: ['children'] } };
    expect(openedCase(staff('connection'), closed)).toEqual(['sensitive']);
    expect(openedDepartment(staff('livelihood'), closed, 'council')).toEqual([]);
  });
});

describe('the words', () => {
  const whom = (more: Partial<Whom> = {}): Whom => ({ audience: 'staff', isOneself: true, team: '高齢者・介護', ...more });
  const closedField = { state: 'WITHHELD', reason: 'CLOSED' } as const;

  it('of a closed field are those of the screen, and of another 担当 the same about it', () => {
    expect(sentenceOf(closedField, 'field', whom())).toBe(withheldReason('staff', 'identity'));
    expect(sentenceOf(closedField, 'field', whom({ isOneself: false }))).toBe('「高齢者・介護」には開かれていない項目です。');
    expect(sentenceOf({ state: 'HIDDEN', reason: 'CLOSED' }, 'field', whom())).toBe('あなたの担当には開かれていない記録です。');
    expect(sentenceOf(closedField, 'record', whom({ team: null }))).toContain('役割だけでは見えません');
  });

  it('never tell of a protection, whatever is asked', () => {
    const reasons = ['OWN', 'RECORD', 'HEARD', 'CONSENT', 'EMERGENCY', 'GRANTED', 'ALWAYS', 'CLOSED', 'AUDIENCE'] as const;
    const all = reasons.flatMap((reason) =>
      (['SHOWN', 'WITHHELD', 'HIDDEN'] as const).flatMap((state) =>
        (['record', 'field'] as const).flatMap((what) =>
          (['staff', 'display', 'analyst'] as const).map(
            (audience) => sentenceOf({ state, reason }, what, whom({ audience })) + sourceOf({ reason }),
          ),
        ),
      ),
    );
    expect(all.filter((words) => /保護|DV|措置|撤回/.test(words.replaceAll('個人情報保護法', '')))).toEqual([]);
    expect(new Set(all).size).toBeGreaterThan(6);
  });
});

it('at a conference has words of its own for each reason', () => {
  expect(conferenceSentence({ allowed: false, because: 'membership' })).not.toBe(conferenceSentence({ allowed: false, because: 'role' }));
  expect(conferenceSentence({ allowed: true, because: 'granted' })).toBe('できます。');
  expect(conferenceSentence({ allowed: false, because: 'conference' })).toContain('この種類の会議');
});
