import { Field, ID, InputType, Int } from 'type-graphql';
import { DateScalar, DateTimeScalar } from '#server/database/scalars';
import { DisclosureDecision, ExposureKind, Requester } from './words';

/** Most characters of a reason or a note. */
export const REASON = 200;

@InputType({ description: '本人開示の請求を受け付ける。本人（代理人）の確認は窓口で済ませておく。' })
export class AskDisclosureOrder {
  @Field(() => ID, { description: '請求した人の事例。' })
  case!: string;
  @Field(() => Requester, { description: '請求した人。' })
  requester!: Requester;
  @Field(() => DateScalar, { description: '請求を受けた日。' })
  receivedOn!: string;
}

@InputType({ description: '下書きを作る、または閉じる。' })
export class DraftOrder {
  @Field(() => ID, { description: '請求。' })
  disclosure!: string;
  @Field(() => Int, { description: '手元の請求の版。' })
  version!: number;
}

@InputType({ description: '一行を、開示するかどうか決める。' })
export class DecideRowOrder {
  @Field(() => ID, { description: '行。' })
  row!: string;
  @Field(() => DisclosureDecision, { description: '開示するかどうか。' })
  decision!: DisclosureDecision;
  @Field(() => String, { description: `決めた理由（${REASON}文字まで）。` })
  reason!: string;
  @Field(() => Int, { description: '手元の行の版。' })
  version!: number;
}

@InputType({ description: 'だれの記録が見られたおそれがあるかを調べる。' })
export class TraceOrder {
  @Field(() => ExposureKind, { description: '対象の種類。' })
  kind!: ExposureKind;
  @Field(() => ID, { description: '対象の識別子。' })
  target!: string;
  @Field(() => DateTimeScalar, { nullable: true, description: 'いつから。空なら、対象のはじめから。' })
  since?: Date | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'いつまで。空なら、いままで。' })
  until?: Date | null;
  @Field(() => String, { description: `調べる理由（${REASON}文字まで）。` })
  reason!: string;
}

@InputType({ description: '職員一人の一日の閲覧を、点検したと記す。' })
export class ReadReviewOrder {
  @Field(() => ID, { description: '職員。' })
  staff!: string;
  @Field(() => DateScalar, { description: '日。' })
  day!: string;
  @Field(() => String, { nullable: true, description: `覚え書き（${REASON}文字まで）。` })
  note?: string | null;
}
