import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, PrimaryGeneratedColumn } from 'typeorm';
import { DateTimeScalar } from '#server/database/scalars';
import { Row, Shown } from '#server/database/shape';
import { Staff } from '#server/directory/staff';
import { ActionItem } from './action-item';
import { Decision } from './decision';
import { Role } from './role';

/** 保留: an open point with which a session may end, since it says why and who sees to it. It comes first the next time. */
@ObjectType({ description: '保留。決まらないまま会議を終えるときの、理由と、見届ける人。次の回では最初に確かめる。' })
@Row('core.deferral', { session: 'session_id' })
export class Deferral {
  @Field(() => ID, { description: '保留の識別子。' })
  @PrimaryGeneratedColumn('uuid')
  @Shown('operational')
  id!: string;

  @Column('uuid')
  sessionId!: string;

  @Column('boolean')
  restricted!: boolean;

  @Column('uuid')
  agendaItemId!: string;

  @Column('uuid', { nullable: true })
  caseId!: string | null;

  @Column('uuid', { nullable: true })
  roleId!: string | null;

  @Column('uuid', { nullable: true })
  actionItemId!: string | null;

  @Column('uuid', { nullable: true })
  decisionId!: string | null;

  @Field(() => Role, { nullable: true, description: '担う機関が決まっていない役割。' })
  @Shown('operational', { one: 'role_id' })
  role!: Role | null;

  @Field(() => ActionItem, { nullable: true, description: '担う機関か期限が決まっていない、次にやること。' })
  @Shown('operational', { one: 'action_item_id' })
  actionItem!: ActionItem | null;

  @Field(() => Decision, { nullable: true, description: '読み上げていない、決まったこと。' })
  @Shown('operational', { one: 'decision_id' })
  decision!: Decision | null;

  @Field(() => String, { description: '保留にした理由。' })
  @Column('text')
  @Shown('operational')
  reason!: string;

  @Column('uuid')
  ownerId!: string;

  @Field(() => Staff, { nullable: true, description: '次の回まで見届ける人。' })
  @Shown('operational', { one: 'owner_id' })
  owner!: Staff | null;

  @Column('uuid')
  deferredBy!: string;

  @Column('uuid', { nullable: true })
  settledBy!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: '片づいた時刻。まだなら空。' })
  @Column('timestamptz', { nullable: true })
  @Shown('operational')
  settledAt!: Date | null;

  /** Which later session last settled it, and when. */
  @Column('uuid', { nullable: true })
  lookedIn!: string | null;

  @Column('timestamptz', { nullable: true })
  lookedAt!: Date | null;

  @Field(() => Int, { description: '版。変更のときに添える。' })
  @Column('int')
  @Shown('operational')
  version!: number;
}
