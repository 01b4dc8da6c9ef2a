import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, PrimaryColumn } from 'typeorm';
import { Row, Shown } from '#server/database/shape';

const wall = { contracts: ['display'] } as const;

/** 地域課題, drawn from cases and approved by a second person; never a case itself. */
@ObjectType({ description: '地域課題。事例から取り出し、別の人が確かめたもの。事例そのものではない。' })
@Row('core.community_issue', wall)
export class CommunityIssue {
  @Field(() => ID, { description: '地域課題の識別子。' })
  @PrimaryColumn('uuid')
  @Shown('public', wall)
  id!: string;

  @Field(() => String, { description: '課題の題。' })
  @Column('text')
  @Shown('public', wall)
  title!: string;

  @Field(() => String, { description: '課題の説明。' })
  @Column('text')
  @Shown('public', wall)
  description!: string;

  @Field(() => [String], { description: '課題の分類。' })
  @Column('text', { array: true })
  @Shown('public', wall)
  topics!: string[];

  @Field(() => String, { description: '状態（DRAFT・APPROVED）。' })
  @Column('text')
  @Shown('operational')
  state!: string;

  @Field(() => Int, { description: 'もとになった事例の数。' })
  @Column('int')
  @Shown('operational')
  caseCount!: number;

  @Field(() => Int, { description: '版。' })
  @Column('int')
  @Shown('operational')
  version!: number;
}
