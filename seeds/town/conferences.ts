import type { TeamId } from '#seeds/plan/directory';
import { addDays, daysBetween } from './calendar';
import { bring, consent, shareOut, supportPlan } from './conference-rows';
import type { Dice } from './dice';
import type { SupportCase } from './model';
import type { Quarter } from './quarter';
import type { Session } from './sessions';
import { type Topic, topics } from './topics';

/** What complex cases have in common (複雑化・複合化). */
const complexTopics: readonly Topic[] = ['孤独・孤立', '家族との関係', '収入・生活費', 'こころ', '住まい', '債務'];

/**
 * The conferences of individuals take up cases: the 重層的支援会議 with consent, the 支援会議 (法106条の6) without. Each session has at least
 * one case; about one case in fifty ever comes so far.
 */
export function confer(quarter: Quarter): void {
  const dice = quarter.dice('conferences');
  for (const session of quarter.frame.sessions) {
    if (session.kind === 'JUSOTEKI_CASE')
      for (const found of candidates(quarter, dice, session, dice.between(1, 2))) decideOn(quarter, dice, found, session);
    if (session.kind === 'SHIEN_KAIGI') consultInSecret(quarter, dice, session);
  }
  for (const found of requestable(quarter, dice)) request(found);
}

/** Cases of the windows at the table that have been going on for a while and that no conference has taken yet. */
function candidates(quarter: Quarter, dice: Dice, session: Session, count: number): SupportCase[] {
  const known = session.heldOn < quarter.calendar.anchor ? session.heldOn : quarter.calendar.anchor;
  const open = quarter.cases.filter(
    (one) =>
      !one.taken &&
      one.lead !== 'connection' &&
      session.teams.includes(one.lead) &&
      one.openedOn <= addDays(known, -7) &&
      one.openedOn >= addDays(known, -220) &&
      one.closesOn > known,
  );
  return dice.shuffle(open).slice(0, count);
}

const GROWN = 20;
const AGEING = 60;

/** Whether a 担当 has a part in such a household: nobody over ninety who lives alone needs word with a school. */
function concerns(team: TeamId, { person, household, topics: own }: SupportCase): boolean {
  const ages = [person.age, ...household.members.flatMap(({ person: one, until }) => (until === null ? [one.age] : []))];
  if (team === 'children') return ages.some((age) => age < GROWN);
  if (team === 'elderly-care') return ages.some((age) => age >= AGEING);
  return team !== 'disability' || person.traits.has('disability') || own.has('障害') || own.has('こころ');
}

function makeComplex(dice: Dice, supportCase: SupportCase, session: Session): void {
  supportCase.taken = true;
  const others = session.teams.filter((team) => team !== 'connection' && !supportCase.teams.has(team));
  const asked = dice.shuffle(others);
  const fitting = [...asked.filter((team) => concerns(team, supportCase)), ...asked.filter((team) => team !== 'children')];
  for (const team of ['connection', ...[...new Set(fitting)].slice(0, dice.between(1, 2))] as const) supportCase.teams.add(team);
  const more = dice.shuffle(complexTopics);
  while (supportCase.topics.size < 3) supportCase.topics.add(more.pop() ?? topics[0]);
}

/** A 重層的支援会議 decides the plan; what became of it since follows from how long ago that was. */
function decideOn(quarter: Quarter, dice: Dice, supportCase: SupportCase, session: Session): void {
  const { calendar } = quarter;
  makeComplex(dice, supportCase, session);
  bring(quarter, supportCase, session);
  const asked = addDays(session.held ? session.heldOn : calendar.anchor, -dice.between(3, 6));
  const until = addDays(asked, dice.chance(0.25) ? 365 : 1095);
  const withdrawnAt = session.held && dice.chance(0.06) ? `${addDays(session.heldOn, dice.between(0, 5))}T14:20:00+09:00` : null;
  const given = asked > supportCase.openedOn ? asked : supportCase.openedOn;
  consent(quarter, supportCase, {
    givenOn: given,
    receivers: [...supportCase.teams],
    until,
    withdrawnAt: withdrawnAt && withdrawnAt.slice(0, 10) < calendar.anchor ? withdrawnAt : null,
  });
  supportCase.closesOn = calendar.ahead(365);
  if (!session.held) {
    supportCase.stage = dice.chance(0.5) ? 'PLAN_DRAFT' : 'ASSESSING';
    supportPlan(quarter, dice, supportCase, { edition: 1, state: 'DRAFT', session: null, nextMonitoringOn: null });
    return;
  }
  shareOut(quarter, dice, supportCase, session);
  follow(quarter, dice, supportCase, session);
}

/** Monitoring after three months; after seven the plan is closed, renewed or interrupted. Each in a later session. */
function follow(quarter: Quarter, dice: Dice, supportCase: SupportCase, session: Session): void {
  const later = (days: number) =>
    quarter.frame.sessions.find((one) => one.kind === 'JUSOTEKI_CASE' && one.held && daysBetween(session.heldOn, one.heldOn) >= days);
  const monitored = later(80);
  const last = later(200);
  if (monitored) bring(quarter, supportCase, monitored);
  if (last) {
    conclude(quarter, dice, supportCase, session, last);
    return;
  }
  const state = monitored ? 'MONITORING' : 'ACTIVE';
  supportCase.stage = state;
  supportPlan(quarter, dice, supportCase, { edition: 1, state, session, nextMonitoringOn: quarter.calendar.ahead(dice.between(5, 90)) });
}

function conclude(quarter: Quarter, dice: Dice, supportCase: SupportCase, session: Session, last: Session): void {
  bring(quarter, supportCase, last);
  const end = dice.weighted([
    ['CLOSED', 60],
    ['ACTIVE', 28],
    ['SUSPENDED', 12],
  ] as const);
  supportCase.stage = end;
  if (end === 'CLOSED') supportCase.closesOn = last.heldOn;
  const planState = { CLOSED: 'CLOSED', ACTIVE: 'REPLANNED', SUSPENDED: 'MONITORING' } as const;
  supportPlan(quarter, dice, supportCase, { edition: 1, state: planState[end], session, nextMonitoringOn: null });
  if (end !== 'ACTIVE') return;
  supportPlan(quarter, dice, supportCase, {
    edition: 2,
    state: 'ACTIVE',
    session: last,
    nextMonitoringOn: quarter.calendar.ahead(dice.between(5, 120)),
  });
}

/** A 支援会議 comes back to a case of the last half year, or takes up a new one; some of these people consent later and move over. */
function consultInSecret(quarter: Quarter, dice: Dice, session: Session): void {
  const earlier = quarter.brought.filter(
    (pair) =>
      pair.session.kind === 'SHIEN_KAIGI' &&
      pair.case.stage === 'OUTREACH' &&
      daysBetween(pair.session.heldOn, session.heldOn) < 180 &&
      !quarter.isScene(pair.case),
  );
  const again = earlier.length > 0 && dice.chance(0.55) ? dice.pick(earlier).case : null;
  if (again) bring(quarter, again, session);
  if (again && dice.chance(0.8)) return;
  for (const found of candidates(quarter, dice, session, 1)) {
    makeComplex(dice, found, session);
    found.stage = 'OUTREACH';
    found.closesOn = quarter.calendar.ahead(365);
    bring(quarter, found, session);
    if (session.held) shareOut(quarter, dice, found, session);
    const moved = quarter.frame.sessions.find(
      (one) => one.kind === 'JUSOTEKI_CASE' && one.held && daysBetween(session.heldOn, one.heldOn) > 70,
    );
    if (moved && dice.chance(0.3)) decideOn(quarter, dice, found, moved);
  }
}

/** A few windows have just asked 支援つなげる担当 to take a case. */
function requestable(quarter: Quarter, dice: Dice): SupportCase[] {
  const recent = quarter.cases.filter(
    (one) => !one.taken && one.openedOn >= addDays(quarter.calendar.anchor, -60) && one.closesOn > quarter.calendar.anchor,
  );
  return dice.shuffle(recent).slice(0, 5);
}

function request(supportCase: SupportCase): void {
  supportCase.taken = true;
  supportCase.stage = 'REQUESTED';
  supportCase.teams.add('connection');
}
