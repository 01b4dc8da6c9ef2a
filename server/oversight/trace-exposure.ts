import { randomUUID } from 'node:crypto';
import { decide } from '#server/access/decide';
import { fieldClasses } from '#server/access/field-class';
import { asSystem, type Tx } from '#server/database/as-viewer';
import type { ChangeContext, Changed } from '#server/database/change';
import type { Database } from '#server/database/source';
import { staffIdOf } from '#server/directory/staff-id-of';
import { isId } from '#server/kernel/ids';
import { Invalid, insist, NotFound } from '#server/kernel/problem';
import { refuse } from '#server/kernel/refuse';
import { textFault } from '#server/kernel/text-fault';
import { REASON, type TraceOrder } from './orders';
import { classesOf, MASK } from './who-read';

interface Seen {
  readonly subjectId: string;
  readonly kind: 'PERSON' | 'CASE' | 'HOUSEHOLD';
  readonly reads: number;
  readonly classes: readonly string[];
  readonly firstAt: string;
  readonly lastAt: string;
}

interface Window {
  readonly since: Date;
  readonly until: Date;
}

/** Finds out, before the change begins, whose records went out to the target; gives what writes the report. For the disclosure officer alone. */
export async function tracing(context: ChangeContext, order: TraceOrder): Promise<(tx: Tx) => Promise<Changed>> {
  insist(decide(context.viewer, 'exposure:trace'));
  refuse({ reason: textFault(order.reason, REASON) });
  await context.unit.rest();
  const window = await windowOf(context.database, order);
  const { seen, reads, beyond } = await whatWasSeen(context.database, order, window);
  const count = (kind: Seen['kind']) => seen.filter((each) => each.kind === kind).length;
  return async (tx) => {
    const id = randomUUID();
    await tx.query(
      `insert into hub.exposure_report (id, kind, target, since, until, reason, reads, persons, cases, households, beyond, made_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        id,
        order.kind,
        order.target,
        window.since,
        window.until,
        order.reason.trim(),
        reads,
        count('PERSON'),
        count('CASE'),
        count('HOUSEHOLD'),
        beyond,
        staffIdOf(tx.viewer),
      ],
    );
    await tx.query(
      `insert into hub.exposure_subject (report_id, subject_id, kind, reads, classes, first_at, last_at)
       select $1, "subjectId", kind, reads, classes, "firstAt", "lastAt"
       from json_to_recordset($2::json) as r ("subjectId" uuid, kind text, reads int, classes text[], "firstAt" timestamptz, "lastAt" timestamptz)`,
      [id, JSON.stringify(seen)],
    );
    return { type: 'ExposureReport', id };
  };
}

/** A sign-in bounds the time by itself; half an hour after its last use it can have seen nothing more. */
async function windowOf(database: Database, { kind, target, since, until }: TraceOrder): Promise<Window> {
  const asked = { since: since ?? new Date(0), until: until ?? new Date() };
  if (!isId(target)) throw new NotFound('調べる対象が見つかりません。');
  if (asked.since >= asked.until) throw new Invalid('期間に直すところがあります。', { until: 'いつからより後にしてください。' });
  if (kind !== 'SIGN_IN') return asked;
  const [row] = await asSystem(database, 'hub_keeper', (query) =>
    query<Window>(
      `select created_at as since, coalesce(ended_at, seen_at + interval '30 minutes') as until from hub.sign_in where id = $1`,
      [target],
    ),
  );
  if (!row) throw new NotFound('このサインインは見つかりません。');
  return row;
}

const whose: Readonly<Record<TraceOrder['kind'], string>> = {
  STAFF: `r.receivers @> array['staff:' || $1::uuid]`,
  SIGN_IN: `r.receivers @> array['staff:' || (select i.staff_id from hub.sign_in i where i.id = $1::uuid)]`,
  DISPLAY: `r.receivers @> array['display:' || $1::uuid]`,
  SESSION: `r.sessions @> array[$1::uuid]`,
};

async function whatWasSeen(database: Database, { kind, target }: TraceOrder, { since, until }: Window) {
  return asSystem(database, 'hub_keeper', async (query) => {
    await query(`set local statement_timeout = '2min'`);
    const from = `hub.read_audit r where ${whose[kind]} and r.at >= $2 and r.at <= $3`;
    const [sum] = await query<{ reads: number; beyond: number }>(
      `select count(*)::int as reads, coalesce(sum(r.beyond), 0)::int as beyond from ${from}`,
      [target, since, until],
    );
    const seen = await query<Omit<Seen, 'classes'> & { mask: number }>(
      `select q.subject as "subjectId", q.reads, q.mask, q."firstAt", q."lastAt",
         case when exists (select 1 from core.person_guard g where g.person_id = q.subject) then 'PERSON'
           when exists (select 1 from core.household h where h.id = q.subject) then 'HOUSEHOLD' else 'CASE' end as kind
       from (select u.subject, count(*)::int as reads, ${MASK('$4')} as mask, min(r.at) as "firstAt", max(r.at) as "lastAt"
         from (select r.* from ${from}) r cross join lateral unnest(r.subjects, r.subject_classes) u(subject, mask) where u.subject is not null group by u.subject) q`,
      [target, since, until, fieldClasses],
    );
    return { ...(sum ?? { reads: 0, beyond: 0 }), seen: seen.map(({ mask, ...one }): Seen => ({ ...one, classes: classesOf(mask) })) };
  });
}
