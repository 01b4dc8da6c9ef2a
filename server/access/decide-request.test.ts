import { describe, expect, it } from 'vitest';
import { type AgendaMatter, conferenceKinds, conferenceProfiles } from './conference-profile';
import { type Decision, decide, type KnownCase, type Subject } from './decide';
import { audiences, type StaffRole, staffRoles, type Viewer } from './viewer';

const staff = (over: Partial<Viewer> = {}): Viewer => ({
  ...{ audience: 'staff', actor: 'staff:1', roles: ['caseworker'], teams: ['livelihood'], sessions: [] },
  ...over,
});
const as = (role: StaffRole, teams: readonly string[] = []) => staff({ roles: [role], teams });
const yes = (because: Decision['because']): Decision => ({ allowed: true, because });
const no = (because: Decision['because']): Decision => ({ allowed: false, because });
const matters: readonly AgendaMatter[] = ['case', 'card', 'issue', 'report', 'indicator', 'resource', 'fiction'];
const serving = ['livelihood'];

type Row = readonly [what: string, viewer: Viewer, subject: Subject, decision: Decision];

describe('a 担当 asks a conference to speak of something (議題の依頼)', () => {
  it.each(conferenceKinds)('%s: of what its law hears, and of nothing else', (convening) => {
    for (const matter of matters) {
      const hears = conferenceProfiles[convening].agenda.includes(matter);
      const wanted = hears ? yes(matter === 'case' ? 'own' : 'granted') : no('conference');
      expect(decide(staff(), 'agenda:request', { convening, matter, teams: serving }), matter).toEqual(wanted);
    }
  });

  it.each(staffRoles)('as %s only where one works with people or makes agendas', (role) => {
    const asking: readonly StaffRole[] = ['caseworker', 'outreach', 'facilitator', 'recorder', 'coordinator'];
    const subject: Subject = { convening: 'MARUGOTO', matter: 'card' };
    expect(decide(as(role, ['children']), 'agenda:request', subject)).toEqual(asking.includes(role) ? yes('granted') : no('role'));
  });

  it.each<Row>([
    ['a case that is another’s', staff(), { convening: 'JUSOTEKI_CASE', matter: 'case', teams: ['children'] }, no('role')],
    ['a case that is nobody’s', staff(), { convening: 'JUSOTEKI_CASE', matter: 'case' }, no('role')],
    ['a card, whoever drew it', staff(), { convening: 'MARUGOTO', matter: 'card', teams: ['children'] }, yes('granted')],
    ['a card, without a 担当 to ask for it', as('coordinator'), { convening: 'MARUGOTO', matter: 'card' }, no('role')],
    ['a case, without a 担当', as('coordinator'), { convening: 'JUSOTEKI_CASE', matter: 'case', teams: serving }, no('role')],
    ['nothing', staff(), { convening: 'MARUGOTO' }, no('conference')],
    ['of no conference', staff(), { matter: 'card' }, no('conference')],
    [
      'a case under a protection that others hold: no service ends by it',
      staff(),
      { convening: 'SHIEN_KAIGI', matter: 'case', teams: serving, protection: { holders: ['children'] } },
      yes('own'),
    ],
    [
      'the same, that is another’s',
      staff(),
      { convening: 'SHIEN_KAIGI', matter: 'case', teams: ['council'], protection: { holders: ['children'] } },
      no('protection'),
    ],
  ])('%s', (_what, viewer, subject, decision) => expect(decide(viewer, 'agenda:request', subject)).toEqual(decision));

  it('never from a wall or in an analysis', () => {
    for (const audience of ['display', 'analyst'] as const)
      expect(decide({ ...staff(), audience }, 'agenda:request', { convening: 'MARUGOTO', matter: 'card' })).toEqual(no('role'));
  });
});

/** The letter that asks, and the row below it that tells which case it asks for. */
const letter = (convening: Subject['convening'], cases: readonly KnownCase[]): Subject => ({
  ...{ letter: true, teams: serving, cases },
  ...(convening ? { convening } : {}),
});
const own = (convening: Subject['convening'], cases: readonly KnownCase[]): Subject => ({
  ...letter(convening, cases),
  askedBy: staff().actor,
});
const below = (convening: Subject['convening'], cases: readonly KnownCase[]): Subject => ({ ...letter(convening, cases), letter: false });

describe('what was asked for is read', () => {
  const mine: KnownCase = { teams: serving, about: 'p' };
  const foreign: KnownCase = { teams: ['children'], about: 'q' };
  const partial = staff({ tied: ['p'] });
  const guarded: KnownCase = { teams: ['children'], about: 'q', consents: [{ receivers: serving, classes: [], live: true }] };

  it.each<Row>([
    // What an open conference is asked stays with the 担当 that asked; which case it is, with those who know it.
    ['by its 担当', staff(), letter('JUSOTEKI_CASE', [mine]), yes('own')],
    ['by its 担当, with the case', staff(), below('JUSOTEKI_CASE', [mine]), yes('own')],
    ['by its 担当, of a case that it no longer serves', staff(), letter('JUSOTEKI_CASE', [foreign]), yes('own')],
    ['and then without the case', staff(), below('JUSOTEKI_CASE', [foreign]), no('consent')],
    ['by its 担当, of a case that went', staff(), below('JUSOTEKI_CASE', []), no('consent')],
    ['by its 担当, with a case that a consent opens', staff(), below('JUSOTEKI_CASE', [guarded]), yes('own')],
    ['by a 担当 that did not ask', staff(), { ...letter('JUSOTEKI_CASE', [mine]), teams: ['children'] }, no('role')],
    ['where no 担当 is named', staff(), { convening: 'JUSOTEKI_CASE', letter: true }, no('role')],
    // A tie keeps nobody from the letter of an open conference, and from the case in it.
    ['by whoever is partial', partial, letter('JUSOTEKI_CASE', [mine]), yes('own')],
    ['by whoever is partial, without the case', partial, below('JUSOTEKI_CASE', [mine]), no('consent')],
    ['by whoever is partial to somebody else', staff({ tied: ['q'] }), below('JUSOTEKI_CASE', [mine]), yes('own')],
    ['where the case tells of nobody to be partial to', partial, below('JUSOTEKI_CASE', [{ teams: serving }]), yes('own')],
    ['where one of two cases is known', staff(), below('JUSOTEKI_CASE', [foreign, mine]), yes('own')],
    // That a 支援会議 is asked at all is for whoever asked, and for those who call one; which case it is, for those of them who know it and are impartial.
    ['of a 支援会議, by a colleague of whoever asked', staff(), letter('SHIEN_KAIGI', [mine]), no('role')],
    ['of a 支援会議, by whoever asked', staff(), own('SHIEN_KAIGI', [mine]), yes('own')],
    [
      'of a 支援会議, by whoever asked and works for the 担当 no more',
      staff({ teams: ['children'] }),
      own('SHIEN_KAIGI', [mine]),
      no('role'),
    ],
    ['of a 支援会議, by whoever asked, with the case', staff(), { ...own('SHIEN_KAIGI', [mine]), letter: false }, yes('own')],
    [
      'of a 支援会議, by whoever asked and knows the case no more',
      staff(),
      { ...own('SHIEN_KAIGI', [foreign]), letter: false },
      no('consent'),
    ],
    ['of a 支援会議, by whoever asked and is partial', partial, { ...own('SHIEN_KAIGI', [mine]), letter: false }, no('consent')],
    ['of a 支援会議, by its coordinator', as('coordinator'), letter('SHIEN_KAIGI', [foreign]), yes('granted')],
    [
      'of a 支援会議, by its coordinator, without a case that they do not know',
      as('coordinator'),
      below('SHIEN_KAIGI', [foreign]),
      no('consent'),
    ],
    ['of what is no case, by its 担当', staff(), { convening: 'MARUGOTO', teams: serving }, yes('own')],
    ['of what is no case, by whoever makes agendas', as('recorder'), { convening: 'MARUGOTO', teams: serving }, yes('granted')],
    ['to no conference', as('coordinator'), letter(undefined, [mine]), no('role')],
  ])('%s', (_what, viewer, subject, decision) => expect(decide(viewer, 'request:read', subject)).toEqual(decision));

  it.each(conferenceKinds)('%s: by those who make its agendas, who are coordinators alone where it is hidden', (convening) => {
    const making: readonly StaffRole[] = conferenceProfiles[convening].restricted
      ? ['coordinator']
      : ['facilitator', 'recorder', 'coordinator'];
    for (const role of staffRoles)
      expect(decide(as(role), 'request:read', letter(convening, [foreign])), role).toEqual(
        making.includes(role) ? yes('granted') : no('role'),
      );
  });

  it.each(audiences.filter((each) => each !== 'staff'))('never by %s, whatever it claims to be', (audience) => {
    const pretender: Viewer = { ...staff({ roles: staffRoles }), audience };
    expect(decide(pretender, 'request:read', { convening: 'MARUGOTO', teams: serving })).toEqual(no('role'));
  });
});
