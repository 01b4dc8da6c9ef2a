import { Field, ID, ObjectType } from 'type-graphql';
import { Column, PrimaryColumn } from 'typeorm';
import { Row, Shown } from '#server/database/shape';

const open = { contracts: ['analyst'] } as const;

/** Where a service is given (HSDS location). A confidential place has no row for those outside. */
@ObjectType({ description: 'サービスを行う場所（HSDS の location）。秘匿する場所は外には現れない。' })
@Row('core.location', open)
export class Location {
  @Field(() => ID, { description: '場所の識別子。' })
  @PrimaryColumn('uuid')
  @Shown('public', open)
  id!: string;

  @Field(() => String, { description: '場所の名前。' })
  @Column('text')
  @Shown('public', open)
  name!: string;

  @Field(() => String, { description: '地区。' })
  @Column('text')
  @Shown('public', open)
  district!: string;

  @Field(() => String, { nullable: true, description: '所在地。' })
  @Column('text', { nullable: true })
  @Shown('public', open)
  address!: string | null;
}
