import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Column, PrimaryColumn } from 'typeorm';
import { DateScalar } from '#server/database/scalars';
import { Row, Shown } from '#server/database/shape';
import { Organization } from '#server/directory/organization';
import { Capacity } from './capacity';
import { Location } from './location';

const open = { contracts: ['analyst'] } as const;

/** 社会資源: what a person can be connected with (HSDS service). Departments add what they know of their own. */
@ObjectType({ description: '社会資源（HSDS の service）。担当課は自分の資源についての詳しい情報を加える。' })
@Directive('@key(fields: "id")')
@Row('core.service', open)
export class SocialResource {
  @Field(() => ID, { description: '資源の識別子。' })
  @PrimaryColumn('uuid')
  @Shown('public', open)
  id!: string;

  @Column('uuid')
  organizationId!: string;

  @Field(() => String, { description: '名前。' })
  @Column('text')
  @Shown('public', open)
  name!: string;

  @Field(() => String, { description: '内容。' })
  @Column('text')
  @Shown('public', open)
  description!: string;

  @Field(() => String, { description: '分類。' })
  @Column('text')
  @Shown('public', open)
  category!: string;

  @Field(() => [String], { description: '役立つ課題。' })
  @Column('text', { array: true })
  @Shown('public', open)
  topics!: string[];

  @Field(() => String, { nullable: true, description: '地区。市全域なら空。' })
  @Column('text', { nullable: true })
  @Shown('public', open)
  district!: string | null;

  @Field(() => String, { nullable: true, description: '対象。' })
  @Column('text', { nullable: true })
  @Shown('public', open)
  eligibility!: string | null;

  @Field(() => String, { nullable: true, description: '費用。' })
  @Column('text', { nullable: true })
  @Shown('public', open)
  fees!: string | null;

  @Field(() => DateScalar, { description: '内容を確かめた日。' })
  @Column('date')
  @Shown('public', open)
  updatedOn!: string;

  @Field(() => Organization, { nullable: true, description: '行っている機関。' })
  @Shown('public', { ...open, one: 'organization_id' })
  organization!: Organization | null;

  @Field(() => [Location], { description: '場所。' })
  @Shown('public', { ...open, many: 'service_id' })
  locations!: Location[];

  @Field(() => Capacity, { nullable: true, description: '空き状況。' })
  @Shown('public', { ...open, on: (t, u) => `${u}.service_id = ${t}.id` })
  capacity!: Capacity | null;
}
