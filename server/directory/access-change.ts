import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Column, PrimaryColumn } from 'typeorm';
import { DateScalar, DateTimeScalar } from '#server/database/scalars';
import { Row, Shown } from '#server/database/shape';
import { Organization } from './organization';
import { Programme } from './programme';
import { Staff } from './staff';
import { Team } from './team';

export const AccessChangeKind = {
  ...{ ROLES: 'ROLES', ENROL: 'ENROL', SETUP: 'SETUP', SUBJECT: 'SUBJECT', SERVICE: 'SERVICE' },
  ...{ CONTRACT: 'CONTRACT', EXTENSION: 'EXTENSION' },
} as const;
export type AccessChangeKind = keyof typeof AccessChangeKind;
registerEnumType(AccessChangeKind, {
  name: 'AccessChangeKind',
  description: '権限の変更の種類。',
  valuesConfig: {
    ROLES: { description: '役割・担当・期限を変える。' },
    ENROL: { description: '職員を加える。' },
    SETUP: { description: 'サインインの設定リンクを渡す。いまのパスワードと認証アプリは使えなくなる。' },
    SUBJECT: { description: '市の認証基盤のアカウントと結ぶ。' },
    SERVICE: { description: '担当の仕組みに、サービス用アカウントを渡す。' },
    CONTRACT: { description: '委託契約を結ぶ。' },
    EXTENSION: { description: '委託契約の期間を延ばす。' },
  },
});

export const AccessChangeState = { WAITING: 'WAITING', APPROVED: 'APPROVED', REFUSED: 'REFUSED', WITHDRAWN: 'WITHDRAWN' } as const;
export type AccessChangeState = keyof typeof AccessChangeState;
registerEnumType(AccessChangeState, {
  name: 'AccessChangeState',
  description: '権限の変更の状態。',
  valuesConfig: {
    WAITING: { description: '承認待ち（14日まで）。' },
    APPROVED: { description: '承認され、効いている。' },
    REFUSED: { description: '認められなかった。' },
    WITHDRAWN: { description: '申請した人が取り下げた。' },
  },
});

/** A change to somebody's rights: asked for by one administrator, decided by another. */
@ObjectType({ description: '権限の変更の申請。申請した人でも、その変更を受ける本人でもない、別の管理者が決める。' })
@Row('hub.access_change')
export class AccessChange {
  @Field(() => ID, { description: '申請の識別子。' })
  @PrimaryColumn('uuid')
  @Shown('operational')
  id!: string;

  @Field(() => AccessChangeKind, { description: '種類。' })
  @Column('text')
  @Shown('operational')
  kind!: AccessChangeKind;

  @Field(() => AccessChangeState, { description: '状態。' })
  @Column('text')
  @Shown('operational')
  state!: AccessChangeState;

  @Column('uuid', { nullable: true })
  staffId!: string | null;

  @Field(() => Staff, { nullable: true, description: '変更を受ける人。加える前の人と、サービス用アカウント・委託契約では空。' })
  @Shown('operational', { one: 'staff_id' })
  staff!: Staff | null;

  @Field(() => String, { nullable: true, description: '加える人、またはサービス用アカウントの名前。' })
  @Column('text', { nullable: true })
  @Shown('operational')
  name!: string | null;

  @Field(() => [String], { nullable: true, description: '変更のあとの役割。' })
  @Column('text', { array: true, nullable: true })
  @Shown('operational')
  roles!: string[] | null;

  @Column('text', { nullable: true })
  teamId!: string | null;

  @Field(() => Team, { nullable: true, description: '変更のあとの担当。' })
  @Shown('operational', { one: 'team_id' })
  team!: Team | null;

  @Field(() => DateScalar, { nullable: true, description: '委託契約が、いつから。' })
  @Column('date', { nullable: true })
  @Shown('operational')
  activeFrom!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'いつまで。空なら期限なし。' })
  @Column('date', { nullable: true })
  @Shown('operational')
  activeUntil!: string | null;

  @Column('uuid', { nullable: true })
  organizationId!: string | null;

  @Field(() => Organization, { nullable: true, description: '加える人が属する委託先、または委託契約の委託先。' })
  @Shown('operational', { one: 'organization_id' })
  organization!: Organization | null;

  @Column('text', { nullable: true })
  programmeId!: string | null;

  @Field(() => Programme, { nullable: true, description: '委託する事業の号。' })
  @Shown('operational', { one: 'programme_id' })
  programme!: Programme | null;

  @Field(() => String, { nullable: true, description: '委託先で守秘義務を確認した人（社会福祉法106条の4第5項）。' })
  @Column('text', { nullable: true })
  @Shown('operational')
  swornBy!: string | null;

  @Field(() => DateScalar, { nullable: true, description: '守秘義務を確認した日。' })
  @Column('date', { nullable: true })
  @Shown('operational')
  swornOn!: string | null;

  @Field(() => String, { nullable: true, description: 'サインインのID。' })
  @Column('text', { nullable: true })
  @Shown('operational')
  login!: string | null;

  @Column('text', { nullable: true })
  issuer!: string | null;

  @Field(() => String, { nullable: true, description: '市の認証基盤での識別子。' })
  @Column('text', { nullable: true })
  @Shown('operational')
  subject!: string | null;

  @Field(() => String, { nullable: true, description: 'サービス用アカウントの利用目的。' })
  @Column('text', { nullable: true })
  @Shown('operational')
  purpose!: string | null;

  @Field(() => [String], { nullable: true, description: 'サービス用アカウントの範囲。' })
  @Column('text', { array: true, nullable: true })
  @Shown('operational')
  scopes!: string[] | null;

  @Field(() => String, { description: '申請の理由。' })
  @Column('text')
  @Shown('operational')
  reason!: string;

  @Column('uuid')
  requestedBy!: string;

  @Field(() => Staff, { nullable: true, description: '申請した管理者。' })
  @Shown('operational', { one: 'requested_by' })
  requester!: Staff | null;

  @Field(() => DateTimeScalar, { description: '申請した時刻。' })
  @Column('timestamptz')
  @Shown('operational')
  requestedAt!: Date;

  @Column('uuid', { nullable: true })
  decidedBy!: string | null;

  @Field(() => Staff, { nullable: true, description: '決めた管理者。' })
  @Shown('operational', { one: 'decided_by' })
  decider!: Staff | null;

  @Field(() => DateTimeScalar, { nullable: true, description: '決めた時刻。' })
  @Column('timestamptz', { nullable: true })
  @Shown('operational')
  decidedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: '設定リンクが使われた時刻。' })
  @Column('timestamptz', { nullable: true })
  @Shown('operational')
  usedAt!: Date | null;
}
