import { Field, ID, ObjectType } from 'type-graphql';
import { Column, PrimaryColumn } from 'typeorm';
import { Row, Shown } from '#server/database/shape';

/** Address and telephone, in a table of their own (see PersonIdentity). */
@ObjectType({ description: '住所と電話。保護措置や同意の範囲によって、行ごと閉じる。' })
@Row('core.person_contact', { key: 'person_id', subject: 'person_id' })
export class PersonContact {
  @Field(() => ID, { description: '本人の識別子。' })
  @PrimaryColumn('uuid', { name: 'person_id' })
  @Shown('address', { sql: (t) => `${t}.person_id` })
  id!: string;

  @Field(() => String, { description: '住所。' })
  @Column('text')
  @Shown('address')
  address!: string;

  @Field(() => String, { nullable: true, description: '電話番号。' })
  @Column('text', { nullable: true })
  @Shown('address')
  phone!: string | null;
}
