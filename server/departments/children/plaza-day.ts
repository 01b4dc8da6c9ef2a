import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, PrimaryColumn } from 'typeorm';
import { DateScalar } from '#server/database/scalars';
import { Row, Shown } from '#server/database/shape';

/** A day at one of the つどいの広場 (what indicator 10 adds up). */
@ObjectType({ description: 'つどいの広場を開いた日と、来た人数。' })
@Row('children.plaza_day')
export class PlazaDay {
  @Field(() => ID, { description: '識別子。' })
  @PrimaryColumn('uuid')
  @Shown('operational')
  id!: string;

  @Field(() => String, { description: '広場の名前。' })
  @Column('text')
  @Shown('operational')
  plaza!: string;

  @Field(() => DateScalar, { description: '開いた日。' })
  @Column('date')
  @Shown('operational')
  heldOn!: string;

  @Field(() => Int, { description: '来た人数（延べ）。' })
  @Column('int')
  @Shown('operational')
  visitors!: number;
}
