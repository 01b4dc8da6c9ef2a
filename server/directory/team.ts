import { Field, ID, ObjectType } from 'type-graphql';
import { Column, PrimaryColumn } from 'typeorm';
import { Row, Shown } from '#server/database/shape';

/** 担当: the unit of access (RULES 1), not the 課. */
@ObjectType({ description: '担当。記録を見てよいかどうかは、課ではなく担当ごとに決まる。' })
@Row('core.team', { keyType: 'text' })
export class Team {
  @Field(() => ID, { description: '担当の識別子。' })
  @PrimaryColumn('text')
  @Shown('public')
  id!: string;

  @Field(() => String, { description: '担当の名前。' })
  @Column('text')
  @Shown('public')
  name!: string;

  @Field(() => String, { description: '分野（介護・障害・子ども・困窮・多機関協働・社協）。' })
  @Column('text')
  @Shown('public')
  field!: string;
}
