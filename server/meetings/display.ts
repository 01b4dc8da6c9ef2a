import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, PrimaryColumn } from 'typeorm';
import { DateTimeScalar } from '#server/database/scalars';
import { Row, Shown } from '#server/database/shape';
import { DisplayState } from './states';

const displayState = (t: string) =>
  `case when ${t}.revoked_at is not null then 'REVOKED' when ${t}.valid_until <= now() then 'EXPIRED' when ${t}.session_id is null then 'WAITING' else 'PAIRED' end`;

/** Events that the log holds for displays and this one has not painted; null for whoever may not read the counter. */
const behind = (t: string) =>
  `(select case when ${t}.painted_seq is not null then greatest(0, c.seq - ${t}.painted_seq)::int end from hub.board_counter c where c.session_id = ${t}.session_id and c.audience = 'display')`;

/** A projector paired with one session: a principal of its own, and the least privileged one. */
@ObjectType({ description: '会場の画面。一つの会議だけにつながり、匿名のボードだけを読める。' })
@Row('hub.display_device', { session: 'session_id' })
export class Display {
  @Field(() => ID, { description: '会場の画面の識別子。' })
  @PrimaryColumn('uuid')
  @Shown('operational')
  id!: string;

  @Field(() => String, { description: '会場の画面に映るコード（6文字）。' })
  @Column('text')
  @Shown('operational')
  code!: string;

  @Column('uuid', { nullable: true })
  sessionId!: string | null;

  @Column('uuid', { nullable: true })
  pairedBy!: string | null;

  @Field(() => DisplayState, { description: '状態。' })
  @Shown('operational', { sql: displayState })
  state!: DisplayState;

  @Field(() => DateTimeScalar, { nullable: true, description: 'つないだ時刻。' })
  @Column('timestamptz', { nullable: true })
  @Shown('operational')
  pairedAt!: Date | null;

  @Field(() => DateTimeScalar, { description: 'いつまで映せるか。' })
  @Column('timestamptz')
  @Shown('operational')
  validUntil!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: '最後に「映した」と知らせてきた時刻。' })
  @Column('timestamptz', { nullable: true })
  @Shown('operational')
  paintedAt!: Date | null;

  @Field(() => Int, { nullable: true, description: 'ボードの記録から何件遅れているか。知らせがまだなければ空。' })
  @Shown('operational', { sql: behind })
  behind!: number | null;

  @Column('timestamptz', { nullable: true })
  revokedAt!: Date | null;
}
