import type { TeamId } from '#seeds/plan/directory';
import { addDays, addYears, type Day, later } from '../calendar';
import { bring, consent, shareOut, supportPlan } from '../conference-rows';
import type { Dice } from '../dice';
import type { Household, Person, SupportCase } from '../model';
import { INVENTED } from '../names';
import { INVENTED_PHONE, newAddress, newHousehold, newPerson } from '../population';
import type { Quarter } from '../quarter';
import type { Session } from '../sessions';
import { windowOf } from '../windows';
import type { Scene, SceneCase, SceneMember, SceneTalk } from './scene';

/** Puts a scene into the quarter: its people, what was said, what was decided. Call before chance fills the rest up. */
export function play(quarter: Quarter, scene: Scene): void {
  const dice = quarter.dice('scene', scene.key);
  const household = newHousehold(quarter, scene.key, scene.composition, scene.district);
  const address = newAddress(dice);
  const cast = new Map(scene.members.map((member) => [member.key, appear(quarter, dice, scene, member, household, address)]));
  const actor = (key: string) => {
    const person = cast.get(key);
    if (!person) throw new Error(`nobody is ${key} in ${scene.key}`);
    return person;
  };
  for (const { scene: other, who, relationship, until } of scene.former ?? []) {
    const person = quarter.people.find(({ id }) => id === quarter.id('person', `${other}/${who}`));
    if (person) household.members.push({ person, relationship, since: later(addDays(quarter.calendar.start, -900), person.bornOn), until });
  }
  for (const plan of scene.cases) tell(quarter, dice, plan, actor);
}

/** Those written by hand keep a readable name; the marker stands in reading and address, and for the protected everywhere. */
function appear(quarter: Quarter, dice: Dice, scene: Scene, member: SceneMember, household: Household, address: string): Person {
  const hidden = member.protection ? ` ${quarter.marker()} ` : '';
  const person = newPerson(quarter, `${scene.key}/${member.key}`, {
    household,
    sex: member.sex,
    bornOn: member.bornOn ?? addDays(addYears(quarter.calendar.anchor, -member.age), -dice.between(10, 350)),
    name: { name: `${member.name}${hidden}${INVENTED}`, kana: `${member.kana} ${quarter.marker()} ${INVENTED}` },
    address: `${address} ${quarter.marker()}`,
    phone: member.protection ? `${INVENTED_PHONE} ${quarter.marker()}` : INVENTED_PHONE,
    traits: member.traits ?? [],
    fixture: true,
  });
  person.diedOn = member.diedOn ?? null;
  person.movedOutOn = member.movedOutOn ?? null;
  const since = member.since ?? later(addDays(quarter.calendar.start, -dice.between(400, 6000)), person.bornOn);
  household.members.push({ person, relationship: member.relationship, since, until: null });
  if (member.protection) protect(quarter, person, member.protection);
  return person;
}

function protect(
  quarter: Quarter,
  person: Person,
  { kind, holders, since }: { kind: string; holders: readonly TeamId[]; since: Day },
): void {
  quarter.add('core.protection', {
    id: quarter.id('protection', person.id),
    person_id: person.id,
    kind,
    registered_by: quarter.note('core.protection.registered_by', '市民課'),
    holders,
    valid_from: since,
    renew_by: addYears(since, 1),
  });
}

function tell(quarter: Quarter, dice: Dice, plan: SceneCase, actor: (key: string) => Person): void {
  const person = actor(plan.who);
  const { team } = windowOf(plan.window);
  const one: SupportCase = {
    id: quarter.id('case', plan.key),
    person,
    household: person.household,
    lead: team,
    teams: new Set([team, ...plan.with]),
    windows: new Set([plan.window]),
    topics: new Set(plan.topics),
    openedOn: plan.openedOn,
    summary: `${plan.summary} ${quarter.marker()}`,
    closesOn: plan.closedOn ?? quarter.calendar.ahead(365),
    stage: plan.stage,
    taken: true,
  };
  quarter.cases.push(one);
  person.cases.push(one);
  quarter.scenes.set(plan.key, one);
  for (const [index, talk] of plan.talks.entries()) speak(quarter, one, talk, actor(talk.who), index);
  for (const { by, ...terms } of plan.consents ?? []) consent(quarter, one, { ...terms, person: by ? actor(by) : person });
  gather(quarter, dice, one, plan);
}

function speak(quarter: Quarter, one: SupportCase, talk: SceneTalk, person: Person, index: number): void {
  const { team } = windowOf(talk.window);
  person.teams.add(team);
  quarter.consultations.push({
    id: quarter.id('consultation', one.id, index),
    window: talk.window,
    person,
    case: one,
    receivedOn: talk.on,
    route: talk.route,
    topics: talk.topics,
    urgency: talk.urgency ?? 'NORMAL',
    isNew: talk.isNew ?? false,
    isolation: talk.isolation ?? talk.topics.includes('孤独・孤立'),
    outcome: talk.outcome === undefined ? '継続支援' : talk.outcome,
    note: quarter.note('core.consultation.note', talk.note),
  });
}

/** The conferences of a scene; the first 重層的支援会議 that was held decided the plan. */
function gather(quarter: Quarter, dice: Dice, one: SupportCase, plan: SceneCase): void {
  let decided: Session | null = null;
  const seen = new Set<Session>();
  for (const [kind, when] of plan.conferences ?? []) {
    const session = quarter.frame.sessions.find(
      (candidate) => candidate.kind === kind && (when === 'next' ? !candidate.held : candidate.heldOn >= when),
    );
    if (!session || seen.has(session)) continue;
    seen.add(session);
    bring(quarter, one, session);
    if (!session.held) continue;
    shareOut(quarter, dice, one, session);
    if (kind === 'JUSOTEKI_CASE') decided ??= session;
  }
  if (plan.plan) supportPlan(quarter, dice, one, { ...plan.plan, edition: 1, session: plan.plan.state === 'DRAFT' ? null : decided });
}
