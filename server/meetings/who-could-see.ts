import type { GraphQLSchema } from 'graphql';
import { conferenceProfiles } from '#server/access/conference-profile';
import { type Action, decide } from '#server/access/decide';
import { explain } from '#server/access/explain';
import { asFarAsOneKnows } from '#server/access/explain-words';
import { type StaffRole, staffRoles, type Viewer } from '#server/access/viewer';
import type { ReadContext } from '#server/database/read';
import type { AccessAudience, AccessRole, AccessSession, AccessTeam } from './access-answer';
import { factsOf, type KnownFacts, noSuchCase } from './access-facts';
import { typesIn } from './access-types';
import { servesOpenly, whomOf, withWords } from './explain-access';

/**
 * Who could see this case: by 担当, by role and by conference. For the 担当 that serve it and to whom its person is not closed; for all others
 * the case is not there (`NotFound`).
 */
export async function whoCouldSee(context: ReadContext, schema: GraphQLSchema, caseId: string): Promise<AccessAudience> {
  const facts = await factsOf(context, caseId);
  if (!servesOpenly(context.viewer, facts)) throw noSuchCase();
  context.touched.add('AccessAudience.teams');
  return {
    caseId: facts.id,
    code: facts.code,
    note: asFarAsOneKnows,
    teams: facts.teams.map((team) => byTeam(schema, facts, team)),
    roles: staffRoles.filter((role) => role !== 'analyst').map((role) => byRole(facts, role)),
    sessions: facts.sessions.map(byConference),
  };
}

/** Somebody with these rights, and no others. */
export function somebody(rights: Partial<Omit<Viewer, 'actor'>>): Viewer {
  return { audience: 'staff', actor: 'staff:somebody', roles: [], teams: [], sessions: [], ...rights };
}

function byTeam(schema: GraphQLSchema, facts: KnownFacts, { id, name, people }: KnownFacts['teams'][number]): AccessTeam {
  const viewer = somebody({ teams: [id] });
  const [one, ...others] = explain(viewer, facts, typesIn(schema));
  if (!one) throw new Error('the schema has no case');
  const seen = [one, ...others].filter(({ state }) => state === 'SHOWN');
  const records = seen.map((record) => ({
    name: record.name,
    shown: record.fields.filter(({ state }) => state === 'SHOWN').length,
    all: record.fields.length,
  }));
  return { team: id, name, people, records, ...withWords(one, 'record', whomOf(viewer, facts, false)) };
}

const doings: readonly (readonly [Action, string])[] = [
  ['session:convene', '会議を招集すること'],
  ['session:steer', '会議を進めること'],
  ['session:put-on-agenda', '議題に載せること'],
  ['staff:administer', '職員の権限を扱うこと'],
  ['access:simulate', '見える範囲を確かめること'],
];

function byRole(facts: KnownFacts, role: StaffRole): AccessRole {
  const viewer = somebody({ roles: [role] });
  const sees = decide(viewer, 'case:read', facts.case).allowed;
  const can = doings.filter(([action]) => decide(viewer, action).allowed).map(([, what]) => what);
  const may = can.length > 0 ? `この役割でできるのは、${can.join('、')}です。` : '';
  return { role, sees, sentence: `${sees ? '役割により見えます。' : '役割だけでは見えません。'}${may}` };
}

function byConference({ title, kind, members, onAgenda }: KnownFacts['sessions'][number]): AccessSession {
  const { restricted, basis } = conferenceProfiles[kind];
  const heard = onAgenda ? '議題にある間は、守秘義務を確認して出席し、席を外していない構成員に、事例も見えます。' : '';
  const sentence = restricted
    ? `${heard}この会議で決めた役割とやることは、構成員だけに見えます。会議があることも、構成員のほかには分かりません。`
    : '会議に出ることで事例が開くことはありません。決めた役割とやることは、事例を見られる人に見えます。';
  return { title, members: [...members], sentence, source: basis };
}
