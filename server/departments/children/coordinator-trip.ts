import { Field, ID, ObjectType } from 'type-graphql';
import { Column, PrimaryColumn } from 'typeorm';
import { DateScalar } from '#server/database/scalars';
import { Row, Shown } from '#server/database/shape';

/** A visit of the 子育て支援総合コーディネーター to another programme (what indicator 4 counts). */
@ObjectType({ description: '子育て支援総合コーディネーターの出張。' })
@Row('children.coordinator_trip')
export class CoordinatorTrip {
  @Field(() => ID, { description: '出張の識別子。' })
  @PrimaryColumn('uuid')
  @Shown('operational')
  id!: string;

  @Field(() => DateScalar, { description: '出張した日。' })
  @Column('date')
  @Shown('operational')
  wentOn!: string;

  @Field(() => String, { description: '出張先の事業。' })
  @Column('text')
  @Shown('operational')
  destination!: string;

  @Field(() => String, { description: '目的。' })
  @Column('text')
  @Shown('operational')
  purpose!: string;
}
