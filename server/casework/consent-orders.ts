import { Field, ID, InputType, Int } from 'type-graphql';
import { DateScalar } from '#server/database/scalars';
import { ConsentForm, ConsentGiver, ConsentRelation, SharedClass } from './consent-codes';

/** Most characters of what people write in their own words here. */
export const consentLimits = { purpose: 200, condition: 500, reason: 500, note: 500 } as const;

@InputType({ description: '同意の内容。' })
export class ConsentTermsInput {
  @Field(() => ConsentGiver, { description: '同意した人。' })
  giver!: ConsentGiver;
  @Field(() => ConsentRelation, { nullable: true, description: '代理人の立場。代理人のときだけ。' })
  relation?: ConsentRelation | null;
  @Field(() => ID, { nullable: true, description: '同意書を保管する担当。空なら自分の担当。' })
  holder?: string | null;
  @Field(() => [ID], { description: '受け取れる担当。' })
  receivers!: string[];
  @Field(() => [ID], { defaultValue: [], description: '決して渡さない担当。' })
  exclusions!: string[];
  @Field(() => [SharedClass], { description: '受け取れる項目の区分。' })
  classes!: SharedClass[];
  @Field(() => [String], { defaultValue: [], description: '同意書の項目のうち、同意したもの。' })
  items!: string[];
  @Field(() => String, { description: `利用目的（${consentLimits.purpose}文字まで）。` })
  purpose!: string;
  @Field(() => String, { nullable: true, description: `本人がつけた条件（${consentLimits.condition}文字まで）。` })
  condition?: string | null;
  @Field(() => ConsentForm, { description: '取り方。' })
  form!: ConsentForm;
  @Field(() => ID, { nullable: true, description: '説明した職員。' })
  explainedBy?: string | null;
  @Field(() => ID, { nullable: true, description: '立ち会った職員。口頭のときは必ず。' })
  witnessedBy?: string | null;
  @Field(() => ID, { description: '使った様式の版。' })
  wording!: string;
  @Field(() => DateScalar, { description: '同意した日。' })
  givenOn!: string;
  @Field(() => DateScalar, { nullable: true, description: 'この日から有効。空なら、記録した時から。' })
  validFrom?: string | null;
  @Field(() => DateScalar, { description: 'この日の終わりまで有効。' })
  validUntil!: string;
}

@InputType({ description: '同意を記録する。' })
export class GiveConsentOrder {
  @Field(() => ID, { description: '事例。' })
  case!: string;
  @Field(() => ID, { nullable: true, description: '同意した人。空なら事例の本人。ほかには、いま同居している人だけ。' })
  person?: string | null;
  @Field(() => ConsentTermsInput, { description: '同意の内容。' })
  terms!: ConsentTermsInput;
}

@InputType({ description: '同意を新しいものに替える。前の同意は、同じ時に終わる。' })
export class RenewConsentOrder {
  @Field(() => ID, { description: '前の同意。' })
  consent!: string;
  @Field(() => Int, { description: '手元の同意の版。' })
  version!: number;
  @Field(() => ConsentTermsInput, { description: '新しい同意の内容。' })
  terms!: ConsentTermsInput;
}

@InputType({ description: '同意の撤回を受け付ける。共有はすぐに終わり、支援は終わらない。' })
export class WithdrawConsentOrder {
  @Field(() => ID, { description: '同意。' })
  consent!: string;
  @Field(() => Int, { description: '手元の同意の版。' })
  version!: number;
  @Field(() => ConsentGiver, { description: '撤回した人。' })
  giver!: ConsentGiver;
  @Field(() => String, { nullable: true, description: `理由（${consentLimits.reason}文字まで）。本人が話した場合だけ。` })
  reason?: string | null;
}

@InputType({ description: '開示を記録する。渡した先は、担当・機関・会議のどれか一つ。' })
export class DisclosureOrder {
  @Field(() => ID, { description: '事例。' })
  case!: string;
  @Field(() => ID, { description: '根拠。' })
  regime!: string;
  @Field(() => ID, { nullable: true, description: '渡した先の担当。' })
  team?: string | null;
  @Field(() => ID, { nullable: true, description: '渡した先の機関。' })
  organization?: string | null;
  @Field(() => ID, { nullable: true, description: '渡した先の会議。' })
  session?: string | null;
  @Field(() => [SharedClass], { description: '渡した項目の区分。' })
  classes!: SharedClass[];
  @Field(() => String, { nullable: true, description: `書き添えること（${consentLimits.note}文字まで）。` })
  note?: string | null;
}

@InputType({ description: '見直しを終える。' })
export class FinishReviewOrder {
  @Field(() => ID, { description: '見直し。' })
  review!: string;
  @Field(() => Int, { description: '手元の見直しの版。' })
  version!: number;
}
