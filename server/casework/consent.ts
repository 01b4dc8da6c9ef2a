import { Field, ID, ObjectType } from 'type-graphql';
import { Column, PrimaryColumn } from 'typeorm';
import { DateScalar, DateTimeScalar } from '#server/database/scalars';
import { Row, Shown } from '#server/database/shape';

/** 同意 of one person: who may receive what, from when until when. Withdrawal ends sharing, never a service. */
@ObjectType({ description: '本人同意。誰が・何を・いつまで受け取れるか。撤回で終わるのは共有であり、支援ではない。' })
@Row('core.consent', { subject: 'case_id' })
export class Consent {
  @Field(() => ID, { description: '同意の識別子。' })
  @PrimaryColumn('uuid')
  @Shown('operational')
  id!: string;

  @Field(() => String, { description: '同意した人（SELF：本人、REPRESENTATIVE：代理人）。' })
  @Column('text')
  @Shown('operational')
  giver!: string;

  @Field(() => [String], { description: '受け取れる担当。' })
  @Column('text', { array: true })
  @Shown('operational')
  receivers!: string[];

  @Field(() => [String], { description: '受け取れる項目の区分。' })
  @Column('text', { array: true })
  @Shown('operational')
  classes!: string[];

  @Field(() => String, { description: '利用目的。' })
  @Column('text')
  @Shown('operational')
  purpose!: string;

  @Field(() => String, { description: '取り方（WRITTEN：書面、ORAL_WITNESSED：口頭と立会い）。' })
  @Column('text')
  @Shown('operational')
  form!: string;

  @Field(() => DateScalar, { description: '同意した日。' })
  @Column('date')
  @Shown('operational')
  givenOn!: string;

  @Field(() => DateTimeScalar, { description: 'いつまで有効か。' })
  @Column('timestamptz')
  @Shown('operational')
  validUntil!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: '撤回した時刻。' })
  @Column('timestamptz', { nullable: true })
  @Shown('operational')
  withdrawnAt!: string | null;
}
