import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, PrimaryColumn } from 'typeorm';
import { DateScalar } from '#server/database/scalars';
import { Row, Shown } from '#server/database/shape';

/** A day on which the 地域活動支援センター was open (what indicator 9 averages). */
@ObjectType({ description: '地域活動支援センターを開いた日と、利用した人数。' })
@Row('disability.center_day')
export class CenterDay {
  @Field(() => ID, { description: '識別子。' })
  @PrimaryColumn('uuid')
  @Shown('operational')
  id!: string;

  @Field(() => DateScalar, { description: '開いた日。' })
  @Column('date')
  @Shown('operational')
  heldOn!: string;

  @Field(() => Int, { description: '利用した人数。' })
  @Column('int')
  @Shown('operational')
  users!: number;
}
