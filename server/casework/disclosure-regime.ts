import { Field, ID, ObjectType } from 'type-graphql';
import { Column, PrimaryColumn } from 'typeorm';
import { Row, Shown } from '#server/database/shape';

/** Under which law something may be disclosed (RULES 3). The texts are data, and say whether the city's lawyers have confirmed them. */
@ObjectType({ description: '情報を渡すことのできる根拠（同意、法令）。文言は市のデータであり、法務の確認が済むまでは「確認中」。' })
@Row('core.disclosure_regime', { keyType: 'text' })
export class DisclosureRegime {
  @Field(() => ID, { description: '根拠の識別子。' })
  @PrimaryColumn('text')
  @Shown('public')
  id!: string;

  @Field(() => String, { description: '名前。' })
  @Column('text')
  @Shown('public')
  name!: string;

  @Field(() => String, { description: '条文。' })
  @Column('text')
  @Shown('public')
  basis!: string;

  @Field(() => String, { description: 'どういうときに、誰に渡せるか。' })
  @Column('text')
  @Shown('public')
  body!: string;

  @Field(() => Boolean, { description: '市の法務が確かめた文言か。偽なら「確認中」と表示する。' })
  @Column('boolean')
  @Shown('public')
  confirmed!: boolean;
}
