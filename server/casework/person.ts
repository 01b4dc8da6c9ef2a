import { Field, ID, ObjectType } from 'type-graphql';
import { Column, PrimaryColumn } from 'typeorm';
import { Row, Shown } from '#server/database/shape';
import { Withheld } from '#server/database/withheld';
import { PersonContact } from './person-contact';
import { PersonIdentity } from './person-identity';

/** Somebody whom at least one window serves, or who lives with them. Who they are lies in PersonIdentity and PersonContact. */
@ObjectType({ description: '相談や支援の対象になっている人と、その同居の人。氏名や住所は別の行にあり、見てよい人にだけ開く。' })
@Row('core.person', { subject: 'id' })
export class Person {
  @Field(() => ID, { description: '人の識別子。' })
  @PrimaryColumn('uuid')
  @Shown('operational')
  id!: string;

  @Field(() => String, { description: '性別（FEMALE・MALE・UNSTATED）。' })
  @Column('text')
  @Shown('operational')
  sex!: string;

  @Field(() => String, { description: '年代。' })
  @Column('text')
  @Shown('generalised')
  ageBand!: string;

  @Field(() => String, { description: '地区（旧町村）。' })
  @Column('text')
  @Shown('generalised')
  district!: string;

  @Field(() => PersonIdentity, { nullable: true, description: '氏名と生年月日。見てよい場合だけ。' })
  @Shown('identity', { on: (t, u) => `${u}.person_id = ${t}.id` })
  identity!: PersonIdentity | null;

  @Field(() => PersonContact, { nullable: true, description: '住所と電話。見てよい場合だけ。' })
  @Shown('address', { on: (t, u) => `${u}.person_id = ${t}.id` })
  contact!: PersonContact | null;

  @Field(() => [Withheld], { description: '表示を控えた項目と理由。' })
  @Shown('public')
  withheld!: Withheld[];
}
