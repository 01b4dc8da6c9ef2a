import { Field, ID, ObjectType } from 'type-graphql';
import { Column, PrimaryColumn } from 'typeorm';
import { DateTimeScalar } from '#server/database/scalars';
import { Row, Shown } from '#server/database/shape';
import { DisplayState } from './states';

const displayState = (t: string) =>
  `case when ${t}.revoked_at is not null then 'REVOKED' when ${t}.valid_until <= now() then 'EXPIRED' when ${t}.session_id is null then 'WAITING' else 'PAIRED' end`;

/** A projector paired with one session: a principal of its own, and the least privileged one. */
@ObjectType({ description: '会場の画面。一つの会議だけにつながり、匿名のボードだけを読める。' })
@Row('hub.display_device')
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

  @Column('timestamptz', { nullable: true })
  revokedAt!: Date | null;
}
