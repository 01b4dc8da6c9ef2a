import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, PrimaryColumn } from 'typeorm';
import { Row, Shown } from '#server/database/shape';
import { CouncilResource } from './council-service';

/** A group of volunteers. Public information. */
@ObjectType({ description: 'ボランティアの団体。' })
@Row('council.volunteer_group')
export class VolunteerGroup {
  @Field(() => ID, { description: '団体の識別子。' })
  @PrimaryColumn('uuid')
  @Shown('public')
  id!: string;

  @Column('uuid', { nullable: true })
  serviceId!: string | null;

  @Field(() => String, { description: '名前。' })
  @Column('text')
  @Shown('public')
  name!: string;

  @Field(() => String, { description: '活動の内容。' })
  @Column('text')
  @Shown('public')
  activity!: string;

  @Field(() => Int, { description: '人数。' })
  @Column('int')
  @Shown('public')
  members!: number;

  @Field(() => String, { description: '地区（旧町村）。' })
  @Column('text')
  @Shown('public')
  district!: string;

  @Field(() => CouncilResource, { nullable: true, description: '社会資源としての掲載。' })
  @Shown('public', { one: 'service_id' })
  resource!: CouncilResource | null;
}
