import type { ConferenceKind } from '#server/access/conference-profile';
import type { CaseFacts, DatedConsent } from '#server/access/explain';
import { heardThrough } from '#server/casework/opened';
import type { ReadContext } from '#server/database/read';
import { withinSql } from '#server/database/subjects';
import { isId } from '#server/kernel/ids';
import { NotFound } from '#server/kernel/problem';

/** In one and the same words, whether the case is not there, is hidden, or may only not be asked about. */
export const noSuchCase = () => new NotFound('事例が見つかりません。ないか、あなたには表示できないものです。');

/** A case and what bears on who may see it, as far as the walls show it to whoever asks. */
export interface KnownFacts extends CaseFacts {
  readonly id: string;
  readonly code: string;
  /** Every 担当 of the city, with how many people it has now. */
  readonly teams: readonly { readonly id: string; readonly name: string; readonly people: number }[];
  /** Conferences at which the case comes up, and who is there; those alone that the asker may know of. */
  readonly sessions: readonly KnownSession[];
}

export interface KnownSession {
  readonly id: string;
  readonly title: string;
  readonly kind: ConferenceKind;
  readonly members: readonly string[];
  /** Whether the case stands on its agenda, and it is not closed. */
  readonly onAgenda: boolean;
}

interface Told {
  readonly holders: readonly string[] | null;
  readonly isClosed: boolean;
}
interface ToldConsent extends DatedConsent, Told {
  readonly caseId: string;
  readonly personId: string;
  /** 担当 that serve whoever gave it. */
  readonly serving: readonly string[] | null;
}
interface ToldCase extends Told, Pick<KnownFacts, 'id' | 'code' | 'sessions'> {
  readonly teams: readonly string[];
  readonly personTeams: readonly string[];
  readonly consents: readonly ToldConsent[];
  readonly personId: string;
  readonly windows: readonly (Told & { readonly team: string; readonly name: string; readonly personId: string })[];
  readonly everyTeam: KnownFacts['teams'];
}

/** Whether the person is closed to the asker, and by whom a protection is held that the asker may know of. */
const told = (person: string) => `'isClosed', (select true from core.person_guard g where g.person_id = ${person}) is null,
  'holders', (select json_agg(h) from core.protection t, unnest(t.holders) h where t.person_id = ${person} and t.ended_at is null)`;

const [opening, closing] = withinSql(heardThrough('c'));

/** One statement, read under the walls of whoever asks: what they may not know is not in it. */
const statement = `select json_build_object('id', c.id, 'code', c.code, 'teams', c.teams, 'personId', c.person_id, ${told('c.person_id')},
    'personTeams', coalesce((select g.teams from core.person_guard g where g.person_id = c.person_id), '{}'),
    'consents', (select coalesce(json_agg(json_build_object('receivers', k.receivers, 'exclusions', k.exclusions, 'holder', k.holder, 'classes', k.classes,
        'live', k.withdrawn_at is null and now() >= k.valid_from and now() < k.valid_until,
        'until', to_char(k.valid_until at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
        'caseId', k.case_id, 'personId', k.person_id, 'serving', (select g.teams from core.person_guard g where g.person_id = k.person_id),
        ${told('k.person_id')}) order by k.id), '[]')
      from core.consent k where k.case_id = c.id or k.person_id = c.person_id),
    'windows', (select coalesce(json_agg(json_build_object('team', w.team_id, 'name', w.name, 'personId', w.person_id, ${told('w.person_id')}) order by w.name, w.person_id), '[]')
      from (select distinct q.team_id, t.name, q.person_id from core.consultation q join core.team t on t.id = q.team_id where q.case_id = c.id) w),
    'everyTeam', (select json_agg(json_build_object('id', t.id, 'name', t.name, 'people', (select count(*) from core.staff s
        where s.team_id = t.id and s.active_from <= hub.today() and (s.active_until is null or s.active_until >= hub.today()))) order by t.position) from core.team t),
    'sessions', (select coalesce(json_agg(json_build_object('id', s.id, 'title', s.title, 'kind', s.kind,
        'onAgenda', s.status in ('PREPARING', 'OPEN') and exists (select 1 from core.case_item i where i.session_id = s.id and i.case_id = c.id), 'members',
        (select coalesce(json_agg(distinct coalesce(t.name, o.name)), '[]') from core.session_member m left join core.staff p on p.id = m.staff_id
          left join core.team t on t.id = p.team_id left join core.organization o on o.id = coalesce(m.organization_id, p.organization_id)
          where m.session_id = s.id and coalesce(t.name, o.name) is not null)) order by s.held_on desc, s.id), '[]')
      from core.session s where s.id in (select session_id from core.session_case where case_id = c.id
        union select session_id from core.role where case_id = c.id union select session_id from core.action_item where case_id = c.id)))::text as json,
    concat_ws(' ', ${opening}, c.id, ${closing}) as subjects
  from core.support_case c where `;

/** By id. Hidden or absent: `NotFound`. */
export function factsOf(context: ReadContext, id: string): Promise<KnownFacts> {
  return gather(context, { text: `${statement} c.id = $1::uuid`, values: [isId(id) ? id : null] });
}

/** By 事例番号, as people write it on a form, or by id. */
export function factsByCode(context: ReadContext, code: string): Promise<KnownFacts> {
  const written = code.normalize('NFKC').trim();
  return gather(context, { text: `${statement} (c.code = $1 or c.id = $2::uuid)`, values: [written, isId(written) ? written : null] });
}

async function gather(context: ReadContext, { text, values }: { text: string; values: unknown[] }): Promise<KnownFacts> {
  const json = await context.unit.json({ text, values, subjects: context.subjects });
  if (json === null) throw noSuchCase();
  return factsFrom(JSON.parse(json) as ToldCase);
}

/** A person who is closed to the asker is one whom nobody holds, as far as the asker may know. */
const protectionOf = ({ holders, isClosed }: Told) =>
  isClosed ? { protection: { holders: [] } } : holders ? { protection: { holders } } : {};

function factsFrom({ id, code, sessions, everyTeam, personId, ...one }: ToldCase): KnownFacts {
  const consents = one.consents.map((consent) => termsOf(consent));
  const of = (person: string) => consents.filter((consent) => consent.caseId === id && consent.personId === person);
  const protection = protectionOf(one);
  return {
    id,
    code,
    sessions,
    teams: everyTeam,
    case: { caseId: id, about: personId, teams: one.teams, consents: of(personId), ...protection },
    person: {
      caseId: id,
      about: personId,
      teams: one.personTeams,
      consents: consents.filter((consent) => consent.personId === personId),
      ...protection,
    },
    windows: one.windows.map((window) => ({
      team: window.team,
      name: window.name,
      person: window.personId === personId ? 'subject' : 'housemate',
      about: window.personId,
      consents: of(window.personId),
      ...protectionOf(window),
    })),
    consents: consents
      .filter(({ caseId }) => caseId === id)
      .map((consent) => ({ consent, about: consent.personId, teams: consent.serving ?? [], ...protectionOf(consent) })),
  };
}

/** Nobody is known to keep the paper of a consent that names none. */
function termsOf({ holder, ...consent }: ToldConsent): ToldConsent {
  return { ...consent, about: consent.personId, ...(holder ? { holder } : {}), ...protectionOf(consent) };
}
