import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Column, PrimaryColumn } from 'typeorm';
import { Row, Shown } from '#server/database/shape';
import { Team } from './team';

/** 機関・団体. One stable id for every spelling that the plan uses. */
@ObjectType({ description: '機関・団体。計画の表記の揺れは一つの機関にまとめてある。' })
@Directive('@key(fields: "id")')
@Row('core.organization', { contracts: ['display', 'analyst'] })
export class Organization {
  @Field(() => ID, { description: '機関の識別子。' })
  @PrimaryColumn('uuid')
  @Shown('public', { contracts: ['display', 'analyst'] })
  id!: string;

  @Field(() => String, { description: '変わらない短い名前。外部のデータとの対応に使う。' })
  @Column('text')
  @Shown('public', { contracts: ['analyst'] })
  key!: string;

  @Field(() => String, { description: '機関の名前。' })
  @Column('text')
  @Shown('public', { contracts: ['display', 'analyst'] })
  name!: string;

  @Field(() => String, { nullable: true, description: 'よみがな。' })
  @Column('text', { nullable: true })
  @Shown('public', { contracts: ['analyst'] })
  reading!: string | null;

  @Field(() => String, { description: '種類（市の窓口・社協・委託先・住民の団体など）。' })
  @Column('text')
  @Shown('public', { contracts: ['analyst'] })
  kind!: string;

  @Field(() => String, { nullable: true, description: '運営形態（直営・委託・住民主体）。' })
  @Column('text', { nullable: true })
  @Shown('public', { contracts: ['analyst'] })
  operation!: string | null;

  @Field(() => Boolean, { description: '会議が頼んだことの受信箱を、見る人がいるか。' })
  @Shown('operational', { sql: (t) => `${t}.id in (select d.organization_id from core.desk d)` })
  hasDesk!: boolean;

  /** Whether anybody may know of it; of a shelter only its own 担当 may. */
  @Column('boolean')
  isPublic!: boolean;

  @Column('text', { nullable: true })
  teamId!: string | null;

  @Field(() => Team, { nullable: true, description: 'この機関の担当。' })
  @Shown('public', { one: 'team_id' })
  team!: Team | null;
}
