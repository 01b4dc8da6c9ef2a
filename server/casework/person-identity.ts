import { Field, ID, ObjectType } from 'type-graphql';
import { Column, PrimaryColumn } from 'typeorm';
import { DateScalar } from '#server/database/scalars';
import { Row, Shown } from '#server/database/shape';

/** Name and date of birth, in a table of their own so that a row policy can close them (protection, consent). */
@ObjectType({ description: '氏名と生年月日。保護措置や同意の範囲によって、行ごと閉じる。' })
@Row('core.person_identity', { key: 'person_id', subject: 'person_id' })
export class PersonIdentity {
  @Field(() => ID, { description: '本人の識別子。' })
  @PrimaryColumn('uuid', { name: 'person_id' })
  @Shown('identity', { sql: (t) => `${t}.person_id` })
  id!: string;

  @Field(() => String, { description: '氏名。' })
  @Column('text')
  @Shown('identity')
  name!: string;

  @Field(() => String, { description: '氏名のかな。' })
  @Column('text')
  @Shown('identity')
  nameKana!: string;

  @Field(() => DateScalar, { description: '生年月日。' })
  @Column('date')
  @Shown('identity')
  birthDate!: string;
}
