import type { Subjects } from './subjects';
import {
  calling,
  departments,
  elderlyCare,
  holding,
  members,
  serving,
  servingGuarded,
  sharing,
  staff,
  staffAndAnalyst,
  steering,
  type Who,
} from './who';

/** One way to ask a root field, and who gets something for it. */
export interface Row {
  /** Who is answered something. Everybody else is answered nothing: no row, no such field, or a refusal that an absent id gets too. */
  readonly gets: readonly Who[];
  /** Arguments, where it needs any. */
  readonly args?: (subjects: Subjects) => Readonly<Record<string, unknown>>;
  /** Whoever gets nothing must hear what they hear of an id that nobody has, byte by byte. */
  readonly hidden?: true;
  /** For a change: what those who may make it are told, since nothing is to be written here. */
  readonly until?: 'CONFLICT' | 'INVALID' | 'NOT_FOUND';
}

const gets = (who: readonly Who[], args?: Row['args']): Row => ({ gets: who, ...(args ? { args, hidden: true } : {}) });
/** A change, asked in such a way that whoever may make it is told `until`; everybody else is refused before that. */
const makes = (who: readonly Who[], until: NonNullable<Row['until']>, input: (subjects: Subjects) => Record<string, unknown>): Row => ({
  gets: who,
  until,
  args: (subjects) => ({ input: input(subjects) }),
});

/** The same, on something whose very existence is hidden from everybody else. */
const makesHidden = (...row: Parameters<typeof makes>): Row => ({ ...makes(...row), hidden: true });

const TOO_LONG = 'あ'.repeat(5_000);
const DAY = '2026-12-01';
const LATE = '2999-01-01';
const NO_WORDS = {
  ...{ title: '', ageBand: '', districtShown: false, householdTold: false, topics: [], strengths: [], wishes: [], worries: [] },
};
const NO_TELLING = { title: '', words: '' };
const NO_TERMS = {
  ...{ giver: 'SELF', receivers: [], classes: [], purpose: '', form: 'WRITTEN', wording: 'none', givenOn: DAY, validUntil: DAY },
};

/**
 * The matrix of root fields: who may what. One line for each field, `kind name` or, asked in several ways, `kind name: of what`. A root field
 * without a line fails the run.
 */
export const roots: Readonly<Record<string, Row>> = {
  'query me': gets(staffAndAnalyst),
  'query organizations': gets(staffAndAnalyst),
  'query teams': gets(staff),
  'query programmes': gets(staffAndAnalyst),
  'query statistics': gets(staffAndAnalyst),
  'query indicators': gets(staffAndAnalyst),
  'query readings': gets([...staff, 'display']),
  'query staffAccounts': gets(['administrator']),
  'query accessChanges': gets(['administrator']),
  'query contracts': gets(['administrator']),
  'query serviceAccounts': gets(['administrator']),

  'query cases': gets([...departments, 'supervisor', 'facilitator', 'recorder']),
  'query case: the open one': gets(sharing, ({ openCase }) => ({ id: openCase })),
  'query case: of a protected person': gets(servingGuarded, ({ guardedCase }) => ({ id: guardedCase })),
  'query consentWordings': gets(staff),
  'query disclosureRegimes': gets(staff),
  'query caseReviews': gets(elderlyCare),
  'query colleagues': gets(staff),
  'query staffToTrace': gets(['disclosure-officer']),
  'query whyVisible: the open case': gets(sharing, ({ openCase }) => ({ case: openCase })),
  'query whyVisible: of a protected person': gets(servingGuarded, ({ guardedCase }) => ({ case: guardedCase })),
  'query whoCouldSee: the open case': gets(serving, ({ openCase }) => ({ case: openCase })),
  'query whoCouldSee: of a protected person': gets(holding, ({ guardedCase }) => ({ case: guardedCase })),
  'query simulateAccess': gets(calling, ({ openCase }) => ({ case: openCase })),

  'query protections': gets(['facilitator', 'recorder', 'children', 'council']),
  'query brokenGlasses': gets([]),
  'query ownGlasses': gets([]),
  'query disclosureRequests': gets([]),
  'query disclosureRequest': gets([], ({ change }) => ({ id: change })),
  'query exposureReports': gets([]),
  'query readReviews': gets(['supervisor']),
  'query retentionRules': gets(staff),

  'query sessions': gets(staff),
  'query session: an open one': gets([...staff, 'display'], ({ board }) => ({ id: board })),
  'query session: a 支援会議': gets(members, ({ restricted }) => ({ id: restricted })),
  'query minutes: of an open session, as the room had it': gets(staff, ({ board }) => ({ session: board, level: 'ROOM' })),
  'query minutes: of an open session, whole': { gets: steering, args: ({ board }) => ({ session: board, level: 'OFFICE' }) },
  'query minutes: of a 支援会議': gets([], ({ restricted }) => ({ session: restricted, level: 'OFFICE' })),
  'query series': gets(staff),
  'query offeredMatters': gets(steering, ({ table }) => ({ session: table })),
  'query offeredMatters: of a 支援会議': gets([], ({ restricted }) => ({ session: restricted })),
  // Of those that are sown.
  'query agendaRequests': gets([...departments, 'supervisor']),
  'query inbox': gets([...departments, 'supervisor']),
  'query inboxStanding': gets(staff),
  'query sentBackCorrections': gets([]),
  'query crossings': gets([]),
  'query cards': gets(staff),
  'query card': gets(staff, ({ card }) => ({ id: card })),
  'query communityIssues': gets(staff),
  'query resources': gets(staffAndAnalyst),
  'query resource: an open one': gets(staffAndAnalyst, ({ resource }) => ({ id: resource })),
  'query resource: a shelter': gets(['children'], ({ shelter }) => ({ id: shelter })),

  'query childrenRecords': gets(['children']),
  'query families': gets(['children']),
  'query plazaDays': gets(['children']),
  'query coordinatorTrips': gets(['children']),
  'query councilRecords': gets(['council']),
  'query volunteerGroups': gets(staff),
  'query disabilityRecords': gets(['disability']),
  'query centerDays': gets(['disability']),
  'query elderlyCareRecords': gets(elderlyCare),
  'query gatheringPlaces': gets(staff),
  'query tierTwoBases': gets(staff),
  'query livelihoodRecords': gets(['livelihood']),

  'query signInEvents': gets(['administrator']),
  'query signInEvents: those that went wrong': gets([], () => ({ troubled: true })),
  'mutation requestRoles': makes(['administrator'], 'NOT_FOUND', ({ worker }) => ({
    staff: worker,
    roles: ['caseworker'],
    reason: '異動',
  })),
  'mutation requestEnrolment': makes(['administrator'], 'INVALID', () => ({ name: '', roles: [], reason: '' })),
  'mutation requestSetupLink': makes(['administrator'], 'NOT_FOUND', ({ worker }) => ({ staff: worker, login: 'x', reason: '着任' })),
  'mutation requestSubject': makes(['administrator'], 'NOT_FOUND', ({ worker }) => ({
    ...{ staff: worker, issuer: 'https://login.example', subject: 'x', reason: '着任' },
  })),
  'mutation requestServiceAccount': makes(['administrator'], 'INVALID', () => ({
    ...{ name: '', team: 'children', purpose: '', scopes: [], expiresOn: LATE, reason: '' },
  })),
  'mutation requestContract': makes(['administrator'], 'INVALID', ({ change }) => ({
    ...{ organization: change, programme: '4', validFrom: DAY, validUntil: LATE, swornBy: '代表', swornOn: DAY, reason: '委託' },
  })),
  'mutation requestContractExtension': makes(['administrator'], 'NOT_FOUND', ({ change }) => ({
    ...{ contract: change, validUntil: LATE, reason: '継続' },
  })),
  'mutation approveAccessChange': makes(['administrator'], 'NOT_FOUND', ({ change }) => ({ change })),
  'mutation refuseAccessChange': makes(['administrator'], 'NOT_FOUND', ({ change }) => ({ change })),
  'mutation suspendSignIn': { gets: ['administrator'], until: 'NOT_FOUND', args: ({ worker }) => ({ staff: worker }) },
  'mutation revokeServiceAccount': { gets: ['administrator'], until: 'NOT_FOUND', args: ({ service }) => ({ service }) },

  'mutation giveConsent': makes(serving, 'INVALID', ({ openCase }) => ({ case: openCase, terms: NO_TERMS })),
  'mutation renewConsent': makes(serving, 'CONFLICT', ({ consent }) => ({ consent, version: 99, terms: NO_TERMS })),
  'mutation withdrawConsent': makes(serving, 'CONFLICT', ({ consent }) => ({ consent, version: 99, giver: 'SELF' })),
  'mutation recordDisclosure': makes(serving, 'INVALID', ({ openCase }) => ({ case: openCase, regime: 'NONE', classes: [] })),
  'mutation finishReview': makes(elderlyCare, 'CONFLICT', ({ review }) => ({ review, version: 99 })),
  // Its coordinator alone, as a member; the only member here is the recorder.
  'mutation crossOver': makes([], 'CONFLICT', ({ restricted, board, openCase }) => ({
    ...{ session: restricted, target: board, case: openCase, roles: [], actionItems: [] },
  })),

  'mutation endContract': { gets: ['administrator'], until: 'NOT_FOUND', args: ({ change }) => ({ contract: change }) },

  'mutation registerProtection': makes(staff, 'NOT_FOUND', ({ change }) => ({
    ...{ person: change, kind: '児童虐待', registeredBy: '市民課', holders: ['council'], renewBy: LATE },
  })),
  'mutation changeProtectionHolders': makes(staff, 'NOT_FOUND', ({ change }) => ({
    protection: change,
    version: 99,
    holders: ['council'],
  })),
  'mutation renewProtection': makes(staff, 'NOT_FOUND', ({ change }) => ({ protection: change, version: 99, renewBy: LATE })),
  'mutation askProtectionEnd': makes(staff, 'NOT_FOUND', ({ change }) => ({ protection: change, version: 99, reason: '終わり' })),
  'mutation keepProtection': makes(staff, 'NOT_FOUND', ({ change }) => ({ protection: change, version: 99 })),
  'mutation endProtection': makes(staff, 'NOT_FOUND', ({ change }) => ({ protection: change, version: 99 })),
  'mutation breakGlass': makes([...departments, 'facilitator'], 'INVALID', ({ guardedCase }) => ({
    ...{ case: guardedCase, category: 'LIFE', reason: '' },
  })),
  'mutation closeGlass': { gets: staff, until: 'NOT_FOUND', args: ({ change }) => ({ glass: change }) },
  'mutation reviewGlass': makes(staff, 'NOT_FOUND', ({ change }) => ({ glass: change, version: 99, outcome: 'PROPER', note: '確かめた' })),

  'mutation askDisclosure': makes(serving, 'INVALID', ({ openCase }) => ({ case: openCase, requester: 'SELF', receivedOn: LATE })),
  'mutation draftDisclosure': makes(['disclosure-officer'], 'NOT_FOUND', ({ change }) => ({ disclosure: change, version: 99 })),
  'mutation decideDisclosureRow': makes(['disclosure-officer'], 'NOT_FOUND', ({ change }) => ({
    ...{ row: change, decision: 'DISCLOSE', reason: '本人の記録', version: 99 },
  })),
  'mutation finishDisclosure': makes(['disclosure-officer'], 'NOT_FOUND', ({ change }) => ({ disclosure: change, version: 99 })),
  'mutation traceExposure': makes(['disclosure-officer'], 'INVALID', ({ worker }) => ({ kind: 'STAFF', target: worker, reason: '' })),
  'mutation reviewReads': makes(['supervisor'], 'NOT_FOUND', ({ caseworker }) => ({ staff: caseworker, day: '2020-01-01' })),
  'mutation printSession': { gets: steering, args: ({ board }) => ({ session: board }) },
  'mutation printSession: of a kind that leaves no paper': { gets: [], args: ({ table }) => ({ session: table }) },
  'mutation printSession: a 支援会議': { gets: [], args: ({ restricted }) => ({ session: restricted }) },
  'mutation exportInvitation': { gets: calling, args: ({ board }) => ({ session: board }) },
  'mutation conveneSupport': makes(calling, 'INVALID', () => ({ title: '会議', heldOn: DAY, place: '会議室', members: [] })),
  'mutation acknowledgeSecrecy: where none is due': makes(staff, 'INVALID', ({ board }) => ({ session: board })),
  'mutation acknowledgeSecrecy: a 支援会議': {
    ...{ gets: members, hidden: true, args: ({ restricted }) => ({ input: { session: restricted } }) },
  },
  'mutation inviteMember': makes(calling, 'INVALID', ({ board, change }) => ({ session: board, staff: change })),
  'mutation dismissMember': makes(staff, 'NOT_FOUND', ({ change }) => ({ member: change })),
  'mutation markAttendance': makes(staff, 'NOT_FOUND', ({ change }) => ({ member: change, attends: 'PRESENT' })),
  'mutation leaveTable': makes(steering, 'NOT_FOUND', ({ item, change }) => ({ item, member: change, away: true })),
  'mutation noteTie': makes(steering, 'NOT_FOUND', ({ item, change }) => ({ item, member: change, kind: 'KIN' })),
  'mutation recordDecision': makes(steering, 'INVALID', ({ item }) => ({ item, title: '' })),
  'mutation rewordDecision': makes(steering, 'CONFLICT', ({ decision }) => ({ decision, title: '続ける', version: 99 })),
  'mutation readBackDecision': makes(steering, 'CONFLICT', ({ decision }) => ({ decision, done: true, version: 99 })),
  'mutation holdDecision': makes(steering, 'CONFLICT', ({ decision }) => ({ decision, held: true, version: 99 })),
  'mutation deferPoint': makes(steering, 'NOT_FOUND', ({ board, change, worker }) => ({
    ...{ session: board, point: `ROLE/${change}`, reason: '次に決める', owner: worker },
  })),
  'mutation resumePoint': makes(steering, 'CONFLICT', ({ deferral }) => ({ deferral, version: 99 })),
  'mutation settleCarriedOver': makes(steering, 'NOT_FOUND', ({ board, deferral }) => ({ session: board, deferral, version: 99 })),
  'mutation correctRecord': makes(steering, 'INVALID', ({ board, role }) => ({
    session: board,
    line: role,
    title: '送迎',
    reason: '誤り',
  })),
  'mutation correctRecord: a 支援会議': makesHidden(members, 'INVALID', ({ restricted }) => ({
    session: restricted,
    title: '誤り',
    reason: '誤り',
  })),
  'mutation approveCorrection': makes(staff, 'NOT_FOUND', ({ change }) => ({ correction: change, version: 99 })),
  'mutation refuseCorrection': makes(staff, 'NOT_FOUND', ({ change }) => ({ correction: change, reason: 'ちがう', version: 99 })),
  'mutation unsettleCarriedOver': makes(steering, 'NOT_FOUND', ({ board, deferral }) => ({ session: board, deferral })),
  'mutation leaveCarriedOver': makes(steering, 'NOT_FOUND', ({ board, action }) => ({ session: board, action, version: 99 })),
  'mutation acceptActionItem': makes(elderlyCare, 'CONFLICT', ({ action }) => ({ action, version: 99 })),
  'mutation finishAtDesk': makes(elderlyCare, 'CONFLICT', ({ action }) => ({ action, done: true, version: 99 })),
  'mutation giveBackActionItem': makes(elderlyCare, 'CONFLICT', ({ action }) => ({ action, reason: '人手が足りない', version: 99 })),
  'mutation propose': makes(steering, 'INVALID', ({ board }) => ({ session: board, addressee: '', title: '', answerBy: LATE })),
  'mutation answerProposal': makes(steering, 'NOT_FOUND', ({ change }) => ({
    ...{ proposal: change, answer: '行う', answeredOn: DAY, version: 99 },
  })),
  'mutation reportProposal': makes(steering, 'NOT_FOUND', ({ board, change }) => ({ session: board, proposal: change, version: 99 })),
  'mutation createSession': makes(calling, 'INVALID', () => ({ kind: 'MARUGOTO', title: TOO_LONG, heldOn: DAY, place: '' })),
  'mutation setSeries': makes(calling, 'INVALID', () => ({
    kind: 'CHONAI',
    weeks: [],
    weekday: 1,
    months: [1],
    startsAt: '10:00',
    endsAt: '11:00',
    place: '会議室',
  })),
  'mutation moveSession': makes(calling, 'INVALID', ({ board }) => ({ session: board, title: '', heldOn: DAY, place: '', version: 99 })),
  'mutation cancelSession': makes(calling, 'INVALID', ({ board }) => ({ session: board, reason: '', version: 99 })),
  'mutation uncancelSession': makes(calling, 'INVALID', ({ board }) => ({ session: board, version: 99 })),
  'mutation openSession': makes(steering, 'CONFLICT', ({ board }) => ({ session: board, version: 99 })),
  'mutation openSession: a 支援会議': makesHidden(members, 'CONFLICT', ({ restricted }) => ({ session: restricted, version: 99 })),
  'mutation closeSession': makes(steering, 'CONFLICT', ({ board }) => ({ session: board, version: 99 })),
  'mutation closeSession: a 支援会議': makesHidden(members, 'CONFLICT', ({ restricted }) => ({ session: restricted, version: 99 })),
  'mutation exportMinutes': makes(staff, 'NOT_FOUND', ({ change }) => ({ session: change, level: 'ROOM', form: 'PRINT' })),
  'mutation moveOn': makes(steering, 'CONFLICT', ({ board }) => ({ session: board, step: 1, version: 99 })),
  'mutation moveOn: a 支援会議': makesHidden(members, 'CONFLICT', ({ restricted }) => ({ session: restricted, step: 1, version: 99 })),
  'mutation putOnAgenda': makes(steering, 'NOT_FOUND', ({ board, change }) => ({ session: board, card: change })),
  'mutation requestMatter': makes([...departments, 'facilitator', 'recorder'], 'INVALID', () => ({
    kind: 'CHONAI',
    report: NO_TELLING,
    reason: '試し',
  })),
  'mutation requestMatter: a case that one serves': makes(['facilitator', 'recorder', 'elderly-care'], 'INVALID', ({ openCase }) => ({
    ...{ kind: 'SHIEN_KAIGI', case: openCase, reason: '試し' },
  })),
  'mutation withdrawRequest': makes(staff, 'NOT_FOUND', ({ change }) => ({ request: change, version: 99 })),
  'mutation declineRequest': makes(calling, 'NOT_FOUND', ({ change }) => ({ request: change, reason: '見送る', version: 99 })),
  'mutation draftCard: of somebody protected': makes(holding, 'INVALID', ({ guardedCase }) => ({ case: guardedCase })),
  'mutation reviseCard': makes(steering, 'INVALID', ({ card }) => ({ card, words: NO_WORDS, version: 99 })),
  'mutation askCard': makes(steering, 'INVALID', ({ card }) => ({ card, version: 99 })),
  'mutation approveCard': makes(calling, 'INVALID', ({ card }) => ({ card, version: 99 })),
  'mutation sendBackCard': makes(calling, 'INVALID', ({ card }) => ({ card, words: '', version: 99 })),
  'mutation withdrawCard': makes(steering, 'CONFLICT', ({ card }) => ({ card, version: 99 })),
  'mutation takeOffAgenda': makes(steering, 'CONFLICT', ({ item }) => ({ item, version: 99 })),
  'mutation bringToFront': makes(steering, 'CONFLICT', ({ board, item }) => ({ session: board, item, version: 99 })),
  'mutation addRole': makes(steering, 'INVALID', ({ item }) => ({ item, title: '' })),
  'mutation assignRole': makes(steering, 'CONFLICT', ({ role }) => ({ role, version: 99 })),
  'mutation addActionItem': makes(steering, 'INVALID', ({ item }) => ({ item, title: '' })),
  'mutation reviseActionItem': makes(steering, 'CONFLICT', ({ action }) => ({ action, title: '訪ねる', version: 99 })),
  'mutation finishActionItem': makes(steering, 'CONFLICT', ({ action }) => ({ action, done: true, version: 99 })),
  'mutation setWall': { gets: steering, args: ({ board }) => ({ input: { session: board, wall: 'SHOWN' } }) },
  'mutation setLettering': { gets: steering, args: ({ board }) => ({ input: { session: board, easy: false } }) },
  'mutation setTimer': makes(steering, 'INVALID', ({ board }) => ({ session: board, seconds: -1, running: true })),
  'mutation takeOver': makes(calling, 'CONFLICT', ({ board }) => ({ session: board, version: 99 })),
  'mutation renameRole': makes(steering, 'CONFLICT', ({ role }) => ({ role, title: '送迎', version: 99 })),
  'mutation holdRole': makes(steering, 'CONFLICT', ({ role }) => ({ role, held: true, version: 99 })),
  'mutation holdActionItem': makes(steering, 'CONFLICT', ({ action }) => ({ action, held: true, version: 99 })),
  'mutation addNote': makes(steering, 'INVALID', ({ item }) => ({ item, kind: 'IDEA', title: '' })),
  'mutation rewordNote': makes(steering, 'CONFLICT', ({ note }) => ({ note, title: '声かけ', version: 99 })),
  'mutation takeNote': makes(steering, 'CONFLICT', ({ note }) => ({ note, taken: true, version: 99 })),
  'mutation holdNote': makes(steering, 'CONFLICT', ({ note }) => ({ note, held: true, version: 99 })),
  'mutation addLink': makes(steering, 'INVALID', ({ item }) => ({ item, kind: 'STRONG', title: '' })),
  'mutation changeLink': makes(steering, 'CONFLICT', ({ link }) => ({ link, kind: 'WEAK', version: 99 })),
  'mutation takeLink': makes(steering, 'CONFLICT', ({ link }) => ({ link, taken: true, version: 99 })),
  'mutation holdLink': makes(steering, 'CONFLICT', ({ link }) => ({ link, held: true, version: 99 })),
  'mutation raiseIssue': makes(steering, 'INVALID', ({ note }) => ({ note, description: '', version: 99 })),
  'mutation approveIssue': makes(steering, 'INVALID', ({ note }) => ({ note, version: 99 })),
  'mutation setFocus': { gets: steering, args: ({ board }) => ({ input: { session: board, focus: 'MATTER' } }) },
  'mutation takeBackRole': makes(steering, 'CONFLICT', ({ role }) => ({ role, version: 99 })),
  'mutation takeBackActionItem': makes(steering, 'CONFLICT', ({ action }) => ({ action, version: 99 })),
  'mutation pairDisplay': makes(calling, 'INVALID', ({ board }) => ({ session: board, code: 'ZZZZZZ' })),
  'mutation revokeDisplay': { gets: calling, args: ({ device }) => ({ input: { display: device } }) },

  'mutation recordCoordinatorTrip': makes(['children'], 'INVALID', () => ({ wentOn: LATE, destination: '', purpose: '' })),
  'mutation makeIndividualPlan': makes(['children'], 'INVALID', ({ family }) => ({ familyId: family, madeOn: LATE, goal: '' })),
  'mutation writeChildrenNote': makes(['children'], 'CONFLICT', ({ childrenRecord }) => ({ recordId: childrenRecord, version: 99 })),
  'mutation recordWatchVisit': makes(['council'], 'INVALID', ({ openCase }) => ({ caseId: openCase, visitedOn: LATE, condition: '' })),
  'mutation writeCouncilNote': makes(['council'], 'CONFLICT', ({ councilRecord }) => ({ recordId: councilRecord, version: 99 })),
  'mutation recordHandbook': makes(['disability'], 'INVALID', ({ openCase }) => ({
    ...{ caseId: openCase, kind: 'MENTAL', grade: '', issuedOn: LATE },
  })),
  'mutation writeDisabilityNote': makes(['disability'], 'CONFLICT', ({ disabilityRecord }) => ({
    recordId: disabilityRecord,
    version: 99,
  })),
  'mutation recordCareCertification': makes(elderlyCare, 'INVALID', ({ openCase }) => ({
    ...{ caseId: openCase, version: 99, level: '', certifiedOn: LATE, validUntil: LATE },
  })),
  'mutation writeElderlyCareNote': makes(elderlyCare, 'CONFLICT', ({ elderlyCareRecord }) => ({
    ...{ recordId: elderlyCareRecord, version: 99 },
  })),
  'mutation recordDebt': makes(['livelihood'], 'INVALID', ({ openCase }) => ({ caseId: openCase, kind: '', amountBand: '' })),
  'mutation writeLivelihoodNote': makes(['livelihood'], 'CONFLICT', ({ livelihoodRecord }) => ({
    recordId: livelihoodRecord,
    version: 99,
  })),

  'subscription board: an open one': gets([...staff, 'display'], ({ board }) => ({ session: board })),
  'subscription board: of a 支援会議': gets(members, ({ restricted }) => ({ session: restricted })),
};

/** What a root field may be asked by. None of these tells of an identity, an address, a note or a protection: nothing secret sorts, filters or counts. */
export const harmless: Readonly<Record<string, string>> = {
  id: 'an id that one has',
  case: 'an id that one has, or the number of a case that one sees',
  session: 'an id that one has',
  staff: 'an id that one has',
  contract: 'an id that one has',
  troubled: 'a kind of sign-in, of those that one sees',
  glass: 'an id that one has',
  service: 'an id that one has',
  input: 'a change',
  ...{
    sessionKind: 'of a conference',
    team: 'of a simulation',
    attends: 'of a simulation',
    roles: 'of a simulation',
    audience: 'of a simulation',
  },
  limit: 'how many',
  done: 'of what was assigned to oneself',
  level: 'of minutes',
  after: 'an id or a number that one was given',
  kind: 'of a conference',
  state: 'of a card',
  topic: 'of a case or a resource that one sees',
  category: 'of a resource',
  district: 'of a group or a place, not of a person',
  plaza: 'a public place',
  from: 'a day',
  to: 'a day',
};
