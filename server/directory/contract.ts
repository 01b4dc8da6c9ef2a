import { Field, ID, ObjectType } from 'type-graphql';
import { Column, PrimaryColumn } from 'typeorm';
import { DateScalar, DateTimeScalar } from '#server/database/scalars';
import { Row, Shown } from '#server/database/shape';
import { Organization } from './organization';
import { Programme } from './programme';
import { Staff } from './staff';
import { Team } from './team';

/** SQL: the contract counts today, and its duty of secrecy is acknowledged. The look-up of a sign-in asks the same. */
export const contractCounts = (c: string) =>
  `(${c}.ended_at is null and ${c}.secrecy_acknowledged_at is not null and hub.today() between ${c}.valid_from and ${c}.valid_until)`;

/** SQL: the member of staff `s` is covered by a contract of their organisation that opens just their 担当. */
export const underContract = (s: string) =>
  `exists (select 1 from core.contract c where c.organization_id = ${s}.organization_id and c.team_id is not distinct from ${s}.team_id and ${contractCounts('c')})`;

/** 委託契約: organisation × programme × period. People of a contractor have their 担当 only while one that opens it counts (法106条の4第5項). */
@ObjectType({ description: '委託契約。委託先の人が使えるのは、契約の期間中で、守秘義務が確認されている間だけ。' })
@Row('core.contract')
export class Contract {
  @Field(() => ID, { description: '契約の識別子。' })
  @PrimaryColumn('uuid')
  @Shown('operational')
  id!: string;

  @Field(() => Organization, { nullable: true, description: '委託先。' })
  @Shown('operational', { one: 'organization_id' })
  organization!: Organization | null;

  @Field(() => Programme, { nullable: true, description: '委託する事業の号。' })
  @Shown('operational', { one: 'programme_id' })
  programme!: Programme | null;

  @Column('text', { nullable: true })
  teamId!: string | null;

  @Field(() => Team, { nullable: true, description: '契約で開かれる担当。空なら、記録は開かれない。' })
  @Shown('operational', { one: 'team_id' })
  team!: Team | null;

  @Field(() => [Staff], { description: 'この契約で使う人。' })
  @Shown('operational', {
    on: (t, u) => `${u}.organization_id = ${t}.organization_id and ${u}.team_id is not distinct from ${t}.team_id`,
    order: (u) => `${u}.name, ${u}.id`,
  })
  people!: Staff[];

  @Field(() => DateScalar, { description: 'いつから。' })
  @Column('date')
  @Shown('operational')
  validFrom!: string;

  @Field(() => DateScalar, { description: 'いつまで。' })
  @Column('date')
  @Shown('operational')
  validUntil!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: '委託先が守秘義務を確認した時刻（社会福祉法106条の4第5項）。' })
  @Column('timestamptz', { nullable: true })
  @Shown('operational')
  secrecyAcknowledgedAt!: Date | null;

  @Field(() => String, { nullable: true, description: '守秘義務を確認した人。' })
  @Column('text', { nullable: true })
  @Shown('operational')
  secrecyAcknowledgedBy!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: '期間の途中で終えた時刻。' })
  @Column('timestamptz', { nullable: true })
  @Shown('operational')
  endedAt!: Date | null;

  @Field(() => Boolean, { description: 'いま有効か。' })
  @Shown('operational', { sql: contractCounts })
  counts!: boolean;
}
