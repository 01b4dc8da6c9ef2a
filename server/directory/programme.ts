import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, PrimaryColumn } from 'typeorm';
import { Row, Shown } from '#server/database/shape';
import { Organization } from './organization';

const open = { contracts: ['analyst'] } as const;
const named = { ...open, keyType: 'text' } as const;

/** 事業 under a programme. One project may serve two programmes (ふらっとよりみち相談会, たち山梨). */
@ObjectType({ description: '実施計画の取り組み。二つの号にまたがるものも一件として扱う。' })
@Row('core.project', named)
export class Project {
  @Field(() => ID, { description: '取り組みの識別子。' })
  @PrimaryColumn('text')
  @Shown('public', open)
  id!: string;

  @Field(() => String, { description: '取り組みの名前。' })
  @Column('text')
  @Shown('public', open)
  name!: string;

  @Field(() => [Programme], { description: 'この取り組みが属する号。' })
  @Shown('public', {
    ...open,
    on: (t, u) => `exists (select 1 from core.programme_project l where l.project_id = ${t}.id and l.programme_id = ${u}.id)`,
    order: (u) => `${u}.position`,
  })
  programmes!: Programme[];
}

/** A row of the plan's organisation tables (III-1, III-2), merged cells filled in and named. */
@ObjectType({ description: '実施計画の実施体制の表の一行。結合されたセルは補い、その旨を残す。' })
@Row('core.plan_organization', open)
export class PlanOrganization {
  @Field(() => ID, { description: '行の識別子。' })
  @PrimaryColumn('uuid')
  @Shown('public', open)
  id!: string;

  @Field(() => Int, { description: '表での順番。' })
  @Column('int')
  @Shown('public', open)
  position!: number;

  @Field(() => String, { nullable: true, description: '号の中の区分（イ・ロ・ハ・ニ）。' })
  @Column('text', { nullable: true })
  @Shown('public', open)
  article!: string | null;

  @Field(() => String, { description: '実施事業の名前。' })
  @Column('text')
  @Shown('public', open)
  projectName!: string;

  @Field(() => String, { description: '分野。' })
  @Column('text')
  @Shown('public', open)
  field!: string;

  @Field(() => String, { description: '拠点・相談機関の名前（計画の表記）。' })
  @Column('text')
  @Shown('public', open)
  baseName!: string;

  @Field(() => String, { nullable: true, description: '運営形態（計画の表記）。' })
  @Column('text', { nullable: true })
  @Shown('public', open)
  operation!: string | null;

  @Field(() => Int, { nullable: true, description: '拠点数（計画の表記）。' })
  @Column('int', { nullable: true })
  @Shown('public', open)
  baseCount!: number | null;

  @Column('uuid')
  organizationId!: string;

  @Field(() => Organization, { nullable: true, description: '対応する機関。' })
  @Shown('public', { ...open, one: 'organization_id' })
  organization!: Organization | null;
}

/** 第1号〜第5号 (社会福祉法106条の4第2項). */
@ObjectType({ description: '重層的支援体制整備事業の各号（社会福祉法106条の4第2項）。' })
@Row('core.programme', named)
export class Programme {
  @Field(() => ID, { description: '号の識別子。' })
  @PrimaryColumn('text')
  @Shown('public', open)
  id!: string;

  @Field(() => String, { description: '号（第1号〜第5号）。' })
  @Column('text')
  @Shown('public', open)
  number!: string;

  @Field(() => String, { description: '事業の名前。' })
  @Column('text')
  @Shown('public', open)
  name!: string;

  @Field(() => [Project], { description: 'この号の取り組み。' })
  @Shown('public', {
    ...open,
    on: (t, u) => `exists (select 1 from core.programme_project l where l.programme_id = ${t}.id and l.project_id = ${u}.id)`,
    order: (u) => `${u}.id`,
  })
  projects!: Project[];

  @Field(() => [PlanOrganization], { description: '実施体制の表の行。' })
  @Shown('public', { ...open, many: 'programme_id', order: (u) => `${u}.position` })
  organizations!: PlanOrganization[];
}
