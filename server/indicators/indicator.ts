import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, PrimaryColumn } from 'typeorm';
import { Row, Shown } from '#server/database/shape';
import { Programme } from '#server/directory/programme';
import { IndicatorCell } from './indicator-cell';
import { IndicatorNature } from './indicator-nature';

const wall = { contracts: ['analyst', 'display'] } as const;
const open = { contracts: ['analyst'] } as const;

/** One of the plan’s 18 indicators with its reading notes. */
@ObjectType({ description: '実施計画の評価指標（18件）。' })
@Directive('@key(fields: "id")')
@Row('core.indicator', { ...wall, keyType: 'text' })
export class Indicator {
  @Field(() => ID, { description: '指標の識別子。' })
  @PrimaryColumn('text')
  @Shown('public', wall)
  id!: string;

  @Field(() => Int, { description: '指標の番号（1〜18）。' })
  @Column('int')
  @Shown('public', wall)
  number!: number;

  @Field(() => String, { description: '根拠の条項。' })
  @Column('text')
  @Shown('public', open)
  article!: string;

  @Field(() => String, { description: '事業。' })
  @Column('text')
  @Shown('public', open)
  subProgramme!: string;

  @Field(() => String, { description: '機関・拠点の名前。' })
  @Column('text')
  @Shown('public', wall)
  organizationName!: string;

  @Field(() => String, { description: '指標の名前。' })
  @Column('text')
  @Shown('public', wall)
  name!: string;

  @Field(() => String, { nullable: true, description: '単位。計画に単位のないものは空。' })
  @Column('text', { nullable: true })
  @Shown('public', wall)
  unit!: string | null;

  @Field(() => IndicatorNature, { description: '参考値か目標値か。' })
  @Column('text')
  @Shown('public', wall)
  nature!: IndicatorNature;

  @Field(() => String, { description: '何を数えるか。' })
  @Column('text')
  @Shown('public', wall)
  definition!: string;

  @Field(() => String, { nullable: true, description: '読むときの注意。' })
  @Column('text', { nullable: true })
  @Shown('public', wall)
  readingNote!: string | null;

  @Field(() => Int, { description: '小数点以下の桁数。' })
  @Column('int')
  @Shown('public', open)
  decimals!: number;

  @Field(() => Programme, { nullable: true, description: '属する号。' })
  @Shown('public', { ...open, one: 'programme_id' })
  programme!: Programme | null;

  @Field(() => [IndicatorCell], { description: 'R6〜R12の値。' })
  @Shown('public', { ...wall, many: 'indicator_id', order: (u) => `${u}.edition_id, ${u}.fiscal_year` })
  cells!: IndicatorCell[];
}
