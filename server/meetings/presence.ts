import { Field, ID, ObjectType } from 'type-graphql';
import { Column, PrimaryGeneratedColumn } from 'typeorm';
import type { Viewer } from '#server/access/viewer';
import { asSystem, asViewer } from '#server/database/as-viewer';
import { DateTimeScalar } from '#server/database/scalars';
import { Row, Shown } from '#server/database/shape';
import type { Database } from '#server/database/source';
import { Staff } from '#server/directory/staff';
import { staffIdOf } from '#server/directory/staff-id-of';
import { isId } from '#server/kernel/ids';

/** Somebody who has the session open on an own device now. */
@ObjectType({ description: '会議を自分の機器で開いている人。' })
@Row('hub.presence', { session: 'session_id' })
export class Presence {
  @Field(() => ID, { description: 'この行の識別子。' })
  @PrimaryGeneratedColumn('uuid')
  @Shown('operational')
  id!: string;

  @Column('uuid')
  sessionId!: string;

  @Column('uuid')
  staffId!: string;

  @Field(() => Staff, { nullable: true, description: 'だれか。' })
  @Shown('operational', { one: 'staff_id' })
  staff!: Staff | null;

  @Field(() => DateTimeScalar, { description: '最後に知らせてきた時刻。' })
  @Column('timestamptz')
  @Shown('operational')
  seenAt!: Date;
}

/** Clears away who was there: it is of use while it is so, and a trace of who met whom afterwards. */
export async function prunePresence(database: Database): Promise<void> {
  await asSystem(database, 'hub_system', (query) => query(`delete from hub.presence where seen_at < now() - interval '1 hour'`));
}

/** Somebody’s page tells that it is open. It leaves no trace where the session is not theirs to see: the answer is the same. */
export async function tellPresence(database: Database, viewer: Viewer, session: string): Promise<void> {
  if (!isId(session) || !viewer.actor.startsWith('staff:')) return;
  await asViewer(database, viewer, (tx) =>
    tx.query(
      `insert into hub.presence (session_id, staff_id) select id, $2 from core.session where id = $1 and status in ('PREPARING', 'OPEN')
       on conflict (session_id, staff_id) do update set seen_at = clock_timestamp()`,
      [session, staffIdOf(viewer)],
    ),
  );
}
