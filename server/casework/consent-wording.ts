import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, PrimaryColumn } from 'typeorm';
import { DateScalar } from '#server/database/scalars';
import { Row, Shown } from '#server/database/shape';

/** An edition of the form that a consent is written on: data of the city, never code. An edition in use is not rewritten. */
@ObjectType({ description: '同意書の様式の一つの版。市のデータであり、使った版はあとから書き換えない。' })
@Row('core.consent_wording', { keyType: 'text' })
export class ConsentWording {
  @Field(() => ID, { description: '版の識別子。' })
  @PrimaryColumn('text')
  @Shown('public')
  id!: string;

  @Field(() => String, { description: '様式の名前。' })
  @Column('text')
  @Shown('public')
  title!: string;

  @Field(() => String, { description: '版。' })
  @Column('text')
  @Shown('public')
  edition!: string;

  @Field(() => String, { description: '本文。' })
  @Column('text')
  @Shown('public')
  body!: string;

  @Field(() => [String], { description: '選べる項目。' })
  @Column('text', { array: true })
  @Shown('public')
  items!: string[];

  @Field(() => Int, { description: '同意した日から、いちばん長くて何日有効か。' })
  @Column('int')
  @Shown('public')
  termDays!: number;

  @Field(() => DateScalar, { description: 'いつから使うか。' })
  @Column('date')
  @Shown('public')
  effectiveFrom!: string;

  @Field(() => DateScalar, { nullable: true, description: 'この日から使わない。' })
  @Column('date', { nullable: true })
  @Shown('public')
  retiredOn!: string | null;

  @Field(() => Boolean, { description: '市の法務が確かめた文言か。偽なら「確認中」と表示する。' })
  @Column('boolean')
  @Shown('public')
  confirmed!: boolean;
}
