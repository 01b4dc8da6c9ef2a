import { Field, ID, ObjectType } from 'type-graphql';
import { Column, PrimaryColumn } from 'typeorm';
import { Row, Shown } from '#server/database/shape';
import { ElderlyCareResource } from './elderly-care-service';
import { GatheringGroup } from './gathering-group';

/** 通いの場: where residents meet. Public information. */
@ObjectType({ description: '通いの場。' })
@Row('elderly_care.gathering_place')
export class GatheringPlace {
  @Field(() => ID, { description: '通いの場の識別子。' })
  @PrimaryColumn('uuid')
  @Shown('public')
  id!: string;

  @Column('uuid', { nullable: true })
  serviceId!: string | null;

  @Field(() => String, { description: '名前。' })
  @Column('text')
  @Shown('public')
  name!: string;

  @Field(() => String, { description: '地区（旧町村）。' })
  @Column('text')
  @Shown('public')
  district!: string;

  @Field(() => [GatheringGroup], { description: 'ここで活動する、または活動していたグループ。' })
  @Shown('public', { many: 'place_id', order: (u) => `${u}.name, ${u}.id` })
  groups!: GatheringGroup[];

  @Field(() => ElderlyCareResource, { nullable: true, description: '社会資源としての掲載。' })
  @Shown('public', { one: 'service_id' })
  resource!: ElderlyCareResource | null;
}
