import { type ConferenceKind, conferenceProfiles } from '#server/access/conference-profile';
import { decide } from '#server/access/decide';
import type { MinutesForm, MinutesLevel } from '#server/access/minutes-level';
import type { Viewer } from '#server/access/viewer';
import type { Tx } from '#server/database/as-viewer';
import type { Changed } from '#server/database/change';
import { findById } from '#server/database/find-by-id';
import type { ReadContext } from '#server/database/read';
import { recordExport } from '#server/database/record-export';
import { classMask, sessionSql, subjectSql } from '#server/database/subjects';
import { isId } from '#server/kernel/ids';
import { Denied, insist, NotFound } from '#server/kernel/problem';
import type { Minutes } from './minutes';
import type { MinutesOrder } from './minutes-orders';
import { type Recorded, redactMinutes } from './redact-minutes';
import { Session } from './session';

const noSuchSession = () => new NotFound('会議が見つかりません。');
/** Of a 支援会議 there is not even a refusal. */
const noMinutes = (kind: ConferenceKind) =>
  conferenceProfiles[kind].restricted
    ? noSuchSession()
    : new Denied('この範囲の会議録は、この種類の会議にはないか、あなたには開かれていません。');

/** Whether what was settled at this moment, if ever, stood open when the session ended: minutes tell of that day, whatever the next one settled. */
const wasOpen = (at: string) => `(${at} is null or coalesce(${at} > (select max(c.at) from hub.board_event c
  where c.session_id = s.id and c.audience = 'console' and c.kind = 'SESSION_CLOSED'), false))`;

const deferral = (column: string) =>
  `left join lateral (select h.reason, w.name from core.deferral h left join core.staff w on w.id = h.owner_id
    where h.${column} = l.id and ${wasOpen('h.settled_at')} limit 1) d on true`;
/** A line as JSON, of what it holds beside its words: `settled` and the rest as SQL on its row `l`. */
const line = (
  part: string,
  {
    settled = 'true',
    who = 'null::text',
    due = 'null::date',
    noteKind = 'null',
    tie = 'null',
    text = 'l.title',
    kept = 'l.held is not null',
  },
) =>
  `json_build_object('id', l.id, 'part', '${part}', 'noteKind', ${noteKind}, 'tie', ${tie}, 'text', ${text}, 'who', ${who}, 'dueOn', ${due}, 'settled', ${settled},
    'held', ${kept}, 'deferred', d.reason is not null, 'reason', d.reason, 'owner', d.name) as line`;
const never = 'cross join (select null::text as reason, null::text as name) d';
const named = 'left join core.organization o on o.id = l.organization_id';
const moment = (value: string) => `to_char(${value} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** What each level holds of its classes, for the audit. */
const holding: Readonly<Record<MinutesLevel, readonly string[]>> = {
  ROOM: ['Minutes.items'],
  PARTICIPANTS: ['Minutes.items', 'Minutes.place'],
  OFFICE: ['Minutes.items', 'Minutes.place', 'MinutesItem.note'],
};
const [opening, closing] = sessionSql('s.id');

/** One statement, under the walls of whoever reads: what they may not know is not in it, whatever the level. */
const statement = `select json_build_object('id', s.id, 'kind', s.kind, 'number', s.number, 'title', s.title, 'heldOn', s.held_on, 'startsAt', left(s.starts_at::text, 5),
    'endsAt', left(s.ends_at::text, 5), 'place', s.place,
    'facilitator', (select f.name from core.staff f where f.id = s.facilitator_id),
    'attendees', (select coalesce(json_agg(json_build_object('id', m.id, 'name', coalesce(p.name, o.name), 'agency', coalesce(o.name, t.name, ''), 'attends', m.attends)
        order by m.duty, m.id), '[]')
      from core.session_member m left join core.staff p on p.id = m.staff_id left join core.team t on t.id = p.team_id
        left join core.organization o on o.id = coalesce(m.organization_id, p.organization_id)
      where m.session_id = s.id and coalesce(p.name, o.name) is not null),
    'items', (select coalesce(json_agg(json_build_object('id', a.id, 'letter', a.letter, 'kind', a.kind, 'state', a.state, 'note', a.note, 'words', a.words,
        'title', coalesce(a.title, (select c.title from core.case_card c where c.id = a.card_id), (select i.title from core.community_issue i where i.id = a.issue_id),
          (select k.code from core.case_item i join core.support_case k on k.id = i.case_id where i.agenda_item_id = a.id)),
        'lines', (select coalesce(json_agg(x.line order by x.part, x.place, x.id), '[]') from (
            select 2 as part, l.position::text as place, l.id, ${line('ROLE', { settled: 'l.organization_id is not null', who: 'o.name' })}
              from core.role l ${named} ${deferral('role_id')} where l.agenda_item_id = a.id
            union all select 3, ${moment('l.created_at')}, l.id, ${line('ACTION', { settled: `not ${wasOpen('l.done_at')}`, who: 'o.name', due: 'l.due_on' })}
              from core.action_item l ${named} ${deferral('action_item_id')} where l.agenda_item_id = a.id
            union all select 1, ${moment('l.created_at')}, l.id, ${line('DECISION', { settled: 'l.read_back_at is not null' })}
              from core.decision l ${deferral('decision_id')} where l.agenda_item_id = a.id
            union all select 4, ${moment('l.created_at')}, l.id, ${line('NOTE', { noteKind: 'l.kind' })}
              from core.board_note l ${never} where l.agenda_item_id = a.id and l.taken_at is null
            union all select 5, ${moment('l.created_at')}, l.id, ${line('LINK', { tie: 'l.kind', text: 'coalesce(o.name, l.title)', kept: 'l.held is not null or not coalesce(o.is_public, true)' })}
              from core.eco_link l ${named} ${never} where l.agenda_item_id = a.id and l.taken_at is null and (l.organization_id is null or o.id is not null)
            union all select 0, '', h.id, json_build_object('id', h.id, 'part', 'OUTCOME', 'noteKind', null, 'tie', null, 'text', '', 'who', null, 'dueOn', null, 'settled', false, 'held', false,
                'deferred', true, 'reason', h.reason, 'owner', w.name) as line
              from core.deferral h left join core.staff w on w.id = h.owner_id
              where h.agenda_item_id = a.id and ${wasOpen('h.settled_at')} and num_nonnulls(h.role_id, h.action_item_id, h.decision_id) = 0) x)) order by a.position), '[]')
      from core.agenda_item a where a.session_id = s.id),
    'proposals', (select coalesce(json_agg(json_build_object('id', q.id, 'addressee', q.addressee, 'title', q.title, 'answerBy', q.answer_by)
        order by q.created_at, q.id), '[]') from core.proposal q where q.session_id = s.id),
    'corrections', (select coalesce(json_agg(json_build_object('id', x.id, 'itemId', x.agenda_item_id,
        'lineId', coalesce(x.role_id, x.action_item_id, x.decision_id, x.note_id), 'text', x.title, 'masks', x.masks, 'at', ${moment('coalesce(x.approved_at, x.made_at)')},
        'reason', x.reason, 'by', m.name, 'second', w.name) order by x.made_at, x.id), '[]')
      from core.correction x left join core.staff m on m.id = x.made_by left join core.staff w on w.id = x.approved_by
      where x.session_id = s.id and (not x.takes_two or x.approved_by is not null)),
    'events', (select coalesce(json_agg(json_build_object('seq', e.seq, 'kind', e.kind, 'at', ${moment('e.at')}) order by e.seq), '[]')
      from hub.board_event e where e.session_id = s.id and e.audience = 'console'))::text as json,
    concat_ws(' ', ${opening}, (select string_agg(${subjectSql('i.case_id', classMask('operational') | classMask('note'))}, ' ') from core.case_item i where i.session_id = s.id), ${closing}) as subjects
  from core.session s where s.id = $1::uuid`;

/** The minutes of a session. Throws `NotFound` for one that the viewer may not know of, and `Denied` for a level that is not theirs. */
export async function readMinutes(context: ReadContext, session: string, level: MinutesLevel): Promise<Minutes> {
  const json = await context.unit.json({ text: statement, values: [isId(session) ? session : null], subjects: context.subjects });
  if (json === null) throw noSuchSession();
  const record = JSON.parse(json) as Recorded;
  insist(decide(context.viewer, 'minutes:read', { session: record, level }), () => noMinutes(record.kind));
  for (const field of holding[level]) context.touched.add(field);
  return redactMinutes(record, level, formsFor(context.viewer, record, level));
}

const leaving = { PRINT: 'session:print', FILE: 'session:export' } as const;

function formsFor(viewer: Viewer, session: Pick<Recorded, 'id' | 'kind'>, level: MinutesLevel): MinutesForm[] {
  return (['PRINT', 'FILE'] as const).filter((form) => decide(viewer, leaving[form], { session, level }).allowed);
}

/** Writes down that the viewer takes minutes out of the system. Whatever prints them or writes a file calls this first. */
export async function exportMinutes(tx: Tx, { session, level, form }: MinutesOrder): Promise<Changed> {
  const found = await findById(tx, Session, session);
  if (!found) throw noSuchSession();
  const subject = { session: { id: found.id, kind: found.kind }, level };
  insist(decide(tx.viewer, 'minutes:read', subject), () => noMinutes(found.kind));
  insist(decide(tx.viewer, leaving[form], subject), () => new Denied('この範囲の会議録は、画面で読むだけです。'));
  return recordExport(tx, { kind: form, type: 'Minutes', id: found.id, session: found.id });
}
