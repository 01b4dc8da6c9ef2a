import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateScalar, DateTimeScalar } from '#server/database/scalars';
import { Shown, View } from '#server/database/shape';
import { Staff } from '#server/directory/staff';

/** A colleague's readings of one day, for the supervisor of the 担当: numbers, and what is unusual about them. Nobody who was read is named. */
@ObjectType({ description: '職員一人の一日の閲覧のまとめ。所属長が点検する。だれを見たかは出ない。' })
@View('hub.read_review', { keyType: 'text' })
export class ReadReview {
  @Field(() => ID, { description: '職員の識別子と日。' })
  @Shown('operational')
  id!: string;

  @Field(() => Staff, { nullable: true, description: '職員。' })
  @Shown('operational', { one: 'staff_id' })
  staff!: Staff | null;

  @Field(() => DateScalar, { description: '日。' })
  @Shown('operational')
  day!: string;

  @Field(() => Int, { description: '閲覧の回数。' })
  @Shown('operational')
  reads!: number;

  @Field(() => Int, { description: '見た本人・事例・世帯の数。' })
  @Shown('operational')
  subjects!: number;

  @Field(() => Int, { description: '時間外（平日8時〜20時のほか）の回数。' })
  @Shown('operational')
  offHours!: number;

  @Field(() => Int, { description: '理由を書いて開いた（緊急の閲覧など）回数。' })
  @Shown('operational')
  withReason!: number;

  @Field(() => Int, { description: '断られた操作の回数。' })
  @Shown('operational')
  denials!: number;

  @Field(() => [String], {
    description: 'ふだんと違うところ（REASON：理由を書いて開いた、DENIED：断られた操作が多い、MANY：人数が多い、OFF_HOURS：時間外）。',
  })
  @Shown('operational')
  unusual!: string[];

  @Field(() => DateTimeScalar, { description: '最後の閲覧の時刻。' })
  @Shown('operational')
  lastAt!: Date;

  @Field(() => Int, { nullable: true, description: '点検したときの回数。今の回数と違えば、点検のあとにも閲覧がある。' })
  @Shown('operational')
  reviewedReads!: number | null;

  @Field(() => Staff, { nullable: true, description: '点検した人。' })
  @Shown('operational', { one: 'reviewed_by' })
  reviewer!: Staff | null;

  @Field(() => DateTimeScalar, { nullable: true, description: '点検した時刻。' })
  @Shown('operational')
  reviewedAt!: Date | null;

  @Field(() => String, { nullable: true, description: '点検のときの覚え書き。' })
  @Shown('operational')
  note!: string | null;
}
