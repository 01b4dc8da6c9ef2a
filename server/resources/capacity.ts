import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, PrimaryColumn } from 'typeorm';
import { DateScalar } from '#server/database/scalars';
import { Row, Shown } from '#server/database/shape';

const open = { contracts: ['analyst'] } as const;

/** How many places a service has and how many are free (HSDS service_capacity). */
@ObjectType({ description: '空き状況（HSDS の service_capacity）。' })
@Row('core.capacity', { ...open, key: 'service_id' })
export class Capacity {
  @Field(() => ID, { description: '資源の識別子。' })
  @PrimaryColumn('uuid', { name: 'service_id' })
  @Shown('public', { ...open, sql: (t) => `${t}.service_id` })
  id!: string;

  @Field(() => Int, { description: '空いている数。' })
  @Column('int')
  @Shown('public', open)
  available!: number;

  @Field(() => Int, { description: '定員。' })
  @Column('int')
  @Shown('public', open)
  maximum!: number;

  @Field(() => DateScalar, { description: '確かめた日。' })
  @Column('date')
  @Shown('public', open)
  asOf!: string;
}
