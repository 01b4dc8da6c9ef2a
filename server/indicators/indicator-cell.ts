import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { Column, PrimaryColumn } from 'typeorm';
import { Row, Shown } from '#server/database/shape';
import { CellKind } from './cell-kind';

const open = { contracts: ['analyst', 'display'] } as const;

/** One printed cell of the plan: 18 indicators × R6–R12. A target belongs to its edition and is never overwritten. */
@ObjectType({ description: '実施計画に印刷された一つの値。計画の版に属し、書き換えない。' })
@Row('core.indicator_cell', open)
export class IndicatorCell {
  @Field(() => ID, { description: '値の識別子。' })
  @PrimaryColumn('uuid')
  @Shown('public', open)
  id!: string;

  @Field(() => String, { description: '計画の版。' })
  @Column('text')
  @Shown('public', open)
  editionId!: string;

  @Field(() => Int, { description: '年度（その4月の西暦）。' })
  @Column('int')
  @Shown('public', open)
  fiscalYear!: number;

  @Field(() => CellKind, { description: '値の種類。' })
  @Column('text')
  @Shown('public', open)
  kind!: CellKind;

  @Field(() => String, { description: '印刷されたとおりの値。' })
  @Column('text')
  @Shown('public', open)
  raw!: string;

  @Field(() => Float, { nullable: true, description: '数としての値。「-」「—%」は値なし、「0」は零。' })
  @Column('numeric', { nullable: true })
  @Shown('public', open)
  value!: number | null;
}
