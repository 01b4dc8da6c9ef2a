import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { Column, PrimaryColumn } from 'typeorm';
import { Row, Shown } from '#server/database/shape';

const open = { contracts: ['analyst'] } as const;

/** A figure of the plan's introduction: population, ageing, people living alone, the citizens' survey. */
@ObjectType({ description: '計画の「はじめに」に載る統計（人口・高齢化率・一人暮らし高齢者・市民アンケート）。' })
@Row('core.statistic', open)
export class Statistic {
  @Field(() => ID, { description: '統計値の識別子。' })
  @PrimaryColumn('uuid')
  @Shown('public', open)
  id!: string;

  @Field(() => String, { description: '系列の識別子。' })
  @Column('text')
  @Shown('public', open)
  series!: string;

  @Field(() => String, { description: '統計の名前。' })
  @Column('text')
  @Shown('public', open)
  name!: string;

  @Field(() => Int, { description: '年度（その4月の西暦）。' })
  @Column('int')
  @Shown('public', open)
  fiscalYear!: number;

  @Field(() => String, { description: '計画に印刷されたとおりの値。' })
  @Column('text')
  @Shown('public', open)
  raw!: string;

  @Field(() => Float, { description: '数としての値。' })
  @Column('numeric')
  @Shown('public', open)
  value!: number;

  @Field(() => String, { description: '単位。' })
  @Column('text')
  @Shown('public', open)
  unit!: string;

  @Field(() => String, { description: '出典。' })
  @Column('text')
  @Shown('public', open)
  source!: string;

  @Field(() => String, { nullable: true, description: '読むときの注意。' })
  @Column('text', { nullable: true })
  @Shown('public', open)
  note!: string | null;
}
