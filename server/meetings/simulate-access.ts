import type { GraphQLSchema } from 'graphql';
import { type ConferenceKind, conferenceProfiles } from '#server/access/conference-profile';
import { type Action, decide, type Subject } from '#server/access/decide';
import { conferenceSentence } from '#server/access/explain-words';
import { type Audience, type StaffRole, staffRoles, type Viewer } from '#server/access/viewer';
import type { ReadContext } from '#server/database/read';
import { sessionSql } from '#server/database/subjects';
import { isId } from '#server/kernel/ids';
import { Invalid, insist, NotFound } from '#server/kernel/problem';
import type { AccessAnswer, AccessAtConference } from './access-answer';
import { factsByCode, type KnownFacts } from './access-facts';
import { answerFor } from './explain-access';
import { somebody } from './who-could-see';

/** Who is imagined, at which conference, before which case. */
export interface Simulation {
  readonly case: string;
  readonly audience: Audience;
  readonly team?: string | null;
  readonly roles: readonly string[];
  readonly sessionKind?: ConferenceKind | null;
  readonly session?: string | null;
  /** Whether the imagined viewer is a member of that conference. */
  readonly attends: boolean;
}

type Conference = NonNullable<Subject['session']>;
/** A conference of a kind that is not held: no session has this id. */
const IMAGINED = 'imagined';

/**
 * What somebody else would see, worked out by the rules that answer queries and from what the asker may know. Throws `Denied` for anyone but
 * coordinators and administrators, `NotFound` for a case or conference that the asker does not see, `Invalid` for a 担当 or role that there is not.
 */
export async function simulateAccess(context: ReadContext, schema: GraphQLSchema, order: Simulation): Promise<AccessAnswer> {
  insist(decide(context.viewer, 'access:simulate'));
  const facts = await factsByCode(context, order.case);
  const session = await conferenceOf(context, order);
  const viewer = imagined(order, facts, session);
  return answerFor(context, schema, facts, viewer, session ? atConference(viewer, session) : []);
}

async function conferenceOf({ unit, subjects }: ReadContext, { session, sessionKind }: Simulation): Promise<Conference | undefined> {
  if (!session) return sessionKind ? { id: IMAGINED, kind: sessionKind } : undefined;
  const text = `select json_build_object('id', s.id, 'kind', s.kind)::text as json, concat_ws(' ', ${sessionSql('s.id').join(', ')}) as subjects
    from core.session s where s.id = $1::uuid`;
  const found = await unit.json({ text, values: [isId(session) ? session : null], subjects });
  if (found === null) throw new NotFound('会議が見つかりません。ないか、あなたには表示できないものです。');
  return JSON.parse(found) as Conference;
}

function imagined(
  { audience, team, roles, attends }: Simulation,
  { id: caseId, teams, sessions }: KnownFacts,
  session: Conference | undefined,
): Viewer {
  if (team && !teams.some(({ id }) => id === team)) throw new Invalid('担当が見つかりません。', { team: '一覧から選んでください。' });
  const known = staffRoles.filter((role): role is StaffRole => roles.includes(role));
  if (known.length < new Set(roles).size) throw new Invalid('役割が見つかりません。', { roles: '一覧から選んでください。' });
  if (audience !== 'staff') return somebody({ audience, ...(session ? { session: session.id } : {}) });
  const rights = { teams: team ? [team] : [], roles: known };
  if (!session || !attends) return somebody(rights);
  // Whoever sits in a 支援会議 has acknowledged, and hears the case where it stands on the agenda; a conference that is only imagined has it there.
  const isHeard =
    conferenceProfiles[session.kind].restricted &&
    (session.id === IMAGINED || sessions.some(({ id, onAgenda }) => id === session.id && onAgenda));
  return somebody({ ...rights, sessions: [session.id], sworn: [session.id], heard: isHeard ? [caseId] : [] });
}

const doings: readonly (readonly [Action, string])[] = [
  ['session:read', '会議があることを知る'],
  ['session:put-on-agenda', '事例を議題に載せる'],
  ['session:steer', '会議を進める'],
  ['display:pair', '会場の画面につなぐ'],
];

function atConference(viewer: Viewer, session: Conference): AccessAtConference[] {
  const { basis } = conferenceProfiles[session.kind];
  return doings.map(([action, what]) => {
    const decision = decide(viewer, action, { session, matter: 'case' });
    return { what, allowed: decision.allowed, sentence: conferenceSentence(decision), source: basis };
  });
}
