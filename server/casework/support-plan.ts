import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, PrimaryColumn } from 'typeorm';
import { DateScalar } from '#server/database/scalars';
import { Row, Shown } from '#server/database/shape';
import { Withheld } from '#server/database/withheld';
import { openedPlan } from './opened';

/** 支援プラン of a case; the newest edition is the one that counts (法106条の4第2項第6号). */
@ObjectType({ description: '支援プラン（社会福祉法106条の4第2項第6号）。' })
@Row('core.support_plan', { opened: openedPlan })
export class SupportPlan {
  @Field(() => ID, { description: 'プランの識別子。' })
  @PrimaryColumn('uuid')
  @Shown('operational')
  id!: string;

  @Column('uuid')
  caseId!: string;

  @Field(() => Int, { description: '版。再プランのたびに増える。' })
  @Column('int')
  @Shown('operational')
  edition!: number;

  @Field(() => String, { description: '状態（DRAFT・DECIDED・ACTIVE・MONITORING・REPLANNED・CLOSED）。' })
  @Column('text')
  @Shown('operational')
  state!: string;

  @Field(() => String, { nullable: true, description: '長期目標。' })
  @Column('text')
  @Shown('sensitive')
  longGoal!: string | null;

  @Field(() => String, { nullable: true, description: '短期目標。' })
  @Column('text')
  @Shown('sensitive')
  shortGoal!: string | null;

  @Field(() => DateScalar, { nullable: true, description: '会議で決定した日。' })
  @Column('date', { nullable: true })
  @Shown('operational')
  decidedOn!: string | null;

  @Field(() => DateScalar, { nullable: true, description: '次のモニタリングの日。' })
  @Column('date', { nullable: true })
  @Shown('operational')
  nextMonitoringOn!: string | null;

  @Field(() => [Withheld], { description: '表示を控えた項目と理由。' })
  @Shown('public')
  withheld!: Withheld[];
}
