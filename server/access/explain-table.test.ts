import { describe, expect, it } from 'vitest';
import { type CaseFacts, type DatedConsent, type Explained, explain, explainedTypes, type RecordType } from './explain';
import { conferenceSentence, sentenceOf, sourceOf } from './explain-words';
import { type FieldClass, fieldClasses } from './field-class';
import type { Viewer } from './viewer';

const viewer = (team: string): Viewer => ({ audience: 'staff', actor: 'staff:1', roles: [], teams: [team], sessions: [] });
const consent = (until: number, classes: readonly string[], over: Partial<DatedConsent> = {}): DatedConsent => ({
  ...{ receivers: ['livelihood'], live: true, classes, until: `20${until}-03-31T15:00:00.000Z` },
  ...over,
});

/** A case with every kind of standing: served, shared in parts and until different days, heard of at a window only, and kept by a department. */
const consents = [
  consent(27, ['identity']),
  consent(26, ['sensitive', 'note']),
  consent(30, ['address'], { receivers: ['council'] }),
  consent(28, [], { receivers: ['disability'] }),
];
const facts: CaseFacts = {
  case: { teams: ['connection'], consents },
  person: { teams: ['connection', 'elderly-care'], consents },
  windows: [
    { team: 'children', name: 'こども', person: 'subject', consents },
    { team: 'disability', name: '障害', person: 'housemate', consents: [consent(27, ['note'])] },
  ],
  consents: [{ teams: ['elderly-care'], consent: consent(27, ['identity'], { holder: 'council' }) }],
};

const ways: Readonly<Record<string, readonly (readonly [string, FieldClass])[]>> = {
  Case: [
    ['person', 'protected'],
    ['household', 'protected'],
    ['consultations', 'operational'],
    ['plan', 'operational'],
  ],
  Person: [['contact', 'address']],
};
const fieldsOf = (type: string) =>
  [...fieldClasses.map((each) => [each, each] as const), ...(ways[type] ?? [])].map(([name, each]) => ({
    ...{ name, label: `${name}の名`, class: each },
  }));
const types: readonly RecordType[] = [
  ...explainedTypes.map((each) => ({ ...each, fields: fieldsOf(each.type) })),
  { type: 'CouncilRecord', path: 'council', name: '社協', team: 'council', fields: fieldsOf('CouncilRecord') },
];

/** `always`, or `consent 27` where it ends with March of that year; `-` for withheld, `×` for hidden. */
const word = ({ state, reason, until }: Explained) =>
  state === 'SHOWN' ? `${reason.toLowerCase()}${until ? ` ${until.slice(2, 4)}` : ''}` : state === 'HIDDEN' ? '×' : '-';
const lines = (team: string) =>
  explain(viewer(team), facts, types)
    .filter(({ state }) => state === 'SHOWN')
    .map((record) => `${record.name} ${word(record)}: ${record.fields.map(word).join(', ')}`);

const table: readonly (readonly [team: string, told: readonly string[]])[] = [
  [
    'connection',
    [
      '事例 own: always, always, always, own, own, own, own, own, own, own, always, always',
      '本人 own: always, always, always, own, own, own, own, own, own',
      '氏名と生年月日 own: always, always, always, own, own, own, own, own',
      '住所と電話 own: always, always, always, own, own, own, own, own',
      '世帯 own: always, always, always, own, own, own, own, own',
      '相談（こども） own: always, always, always, -, -, -, -, -',
      '相談（障害） own: always, always, always, -, -, -, -, -',
      '支援プラン own: always, always, always, own, own, own, own, own',
    ],
  ],
  ['elderly-care', []],
  [
    'livelihood',
    [
      '事例 consent 27: always 27, always 27, always 27, consent 27, -, consent 26, consent 26, consent 27, consent 27, consent 27, always 27, always 27',
      '本人 consent 27: always 27, always 27, always 27, consent 27, consent 27, consent 27, consent 27, consent 27, -',
      '氏名と生年月日 consent 27: always 27, always 27, always 27, consent 27, consent 27, consent 27, consent 27, consent 27',
      '世帯 consent 27: always 27, always 27, always 27, consent 27, consent 27, consent 27, consent 27, consent 27',
      '相談（こども） consent 27: always 27, always 27, always 27, consent 27, -, consent 26, consent 26, -',
      '相談（障害） consent 27: always 27, always 27, always 27, -, -, -, consent 27, -',
      '同意 consent 27: always 27, always 27, always 27, consent 27, consent 27, consent 27, consent 27, consent 27',
      '支援プラン consent 27: always 27, always 27, always 27, consent 27, -, consent 26, consent 26, -',
      '社協 consent 27: always 27, always 27, always 27, consent 27, -, consent 26, -, -',
    ],
  ],
  [
    'council',
    [
      '事例 consent 30: always 30, always 30, always 30, -, consent 30, -, -, consent 30, consent 30, consent 30, always 30, always 30',
      '本人 consent 30: always 30, always 30, always 30, -, consent 30, consent 30, consent 30, consent 30, consent 30',
      '住所と電話 consent 30: always 30, always 30, always 30, consent 30, consent 30, consent 30, consent 30, consent 30',
      '世帯 consent 30: always 30, always 30, always 30, consent 30, consent 30, consent 30, consent 30, consent 30',
      '相談（こども） consent 30: always 30, always 30, always 30, -, consent 30, -, -, -',
      '同意 own: always, always, always, own, own, own, own, own',
      '支援プラン consent 30: always 30, always 30, always 30, -, consent 30, -, -, -',
      '社協 record: always, always, always, record, record, record, record, record',
    ],
  ],
  [
    'disability',
    [
      '事例 consent 28: always 28, always 28, always 28, -, -, -, -, consent 28, consent 28, consent 28, always 28, always 28',
      '本人 consent 28: always 28, always 28, always 28, -, consent 28, consent 28, consent 28, consent 28, -',
      '世帯 consent 28: always 28, always 28, always 28, consent 28, consent 28, consent 28, consent 28, consent 28',
      '相談（こども） consent 28: always 28, always 28, always 28, -, -, -, -, -',
      '相談（障害） record: always, always, always, record, record, record, record, record',
      '支援プラン consent 28: always 28, always 28, always 28, -, -, -, -, -',
    ],
  ],
  ['children', []],
];

describe('what is explained, class by class in the order of their list, then the ways on', () => {
  it.each(table)('to %s', (team, told) => {
    expect(lines(team)).toEqual(told);
  });

  it('is told of these records by these ways, and of fields by their labels', () => {
    expect(explainedTypes.map(({ type, path, name }) => `${type} ${path} ${name}`)).toEqual([
      'Case  事例',
      'Person person 本人',
      'PersonIdentity person.identity 氏名と生年月日',
      'PersonContact person.contact 住所と電話',
      'Household household 世帯',
      'Consultation consultations 相談',
      'Consent consents 同意',
      'SupportPlan plan 支援プラン',
    ]);
    const [one] = explain(viewer('connection'), facts, types);
    expect([one?.type, one?.path, one?.fields[0]]).toEqual([
      'Case',
      '',
      { field: 'public', label: 'publicの名', class: 'public', state: 'SHOWN', reason: 'ALWAYS', until: null },
    ]);
  });
});

describe('the words of an explanation', () => {
  const self = { audience: 'staff', isOneself: true, team: '困窮' } as const;
  const other = { ...self, isOneself: false };
  const nobodys = { ...other, team: null };
  it.each([
    ['OWN', self, 'あなたの担当（困窮）が支援しているので見えます。'],
    ['OWN', { ...self, team: null }, 'あなたの担当が支援しているので見えます。'],
    ['OWN', other, '「困窮」が支援しているので見えます。'],
    ['OWN', nobodys, 'この役割が支援しているので見えます。'],
    ['RECORD', other, '「困窮」の記録なので見えます。'],
    ['CONSENT', other, '本人の同意により、「困窮」に開かれています。'],
    ['GRANTED', self, '役割により見えます。'],
    ['ALWAYS', self, 'この記録が見える人には、いつも見える項目です。'],
    ['AUDIENCE', { ...self, audience: 'display' }, '司会の手元だけの項目です。会場の画面には出しません。'],
    ['AUDIENCE', { ...self, audience: 'analyst' }, '分析では扱わない項目です。'],
    ['CLOSED', nobodys, '役割だけでは見えません。支援する担当であるか、本人の同意が要ります。'],
    ['CLOSED', self, 'あなたの担当には開かれていない項目です。'],
    ['CLOSED', other, '「困窮」には開かれていない項目です。'],
  ] as const)('%s of %j', (reason, whom, sentence) => {
    expect(sentenceOf({ state: 'WITHHELD', reason }, 'field', whom)).toBe(sentence);
  });

  it('speak of a record where the whole of it is closed', () => {
    expect(sentenceOf({ state: 'WITHHELD', reason: 'CLOSED' }, 'record', self)).toBe('あなたの担当には開かれていない記録です。');
    expect(sentenceOf({ state: 'HIDDEN', reason: 'CLOSED' }, 'field', self)).toBe('あなたの担当には開かれていない記録です。');
  });

  it.each([
    ['OWN', '規則の順5：担当'],
    ['RECORD', '規則の順5：担当'],
    ['CONSENT', '規則の順4：同意（個人情報保護法69条2項）'],
    ['GRANTED', '規則の順5：役割'],
    ['ALWAYS', '項目の区分'],
    ['CLOSED', '開く規則がないものは見えない（原則は不開示）'],
    ['AUDIENCE', '会場の画面と分析は、個人の項目をもたない'],
  ] as const)('name where %s stands in the rules', (reason, source) => {
    expect(sourceOf({ reason })).toBe(source);
  });

  it.each([
    [true, 'granted', 'できます。'],
    [false, 'membership', 'この会議の構成員でなければ、会議があることも分かりません。'],
    [false, 'conference', 'この種類の会議では、できません。'],
    [false, 'role', 'この役割では、できません。'],
  ] as const)('of a conference: %s by %s', (allowed, because, sentence) => {
    expect(conferenceSentence({ allowed, because })).toBe(sentence);
  });
});
