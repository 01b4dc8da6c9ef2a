import { Field, ID, InputType, Int } from 'type-graphql';
import { DateScalar } from '#server/database/scalars';
import { GlassCategory, GlassOutcome } from './broken-glass';
import { protectionKinds } from './protection';

/** Most characters of what is typed; a reason has a least, so that it says something. */
export const protectionLimits = { registeredBy: 60, reason: 400, leastReason: 10 } as const;
const reason = `（${protectionLimits.leastReason}文字から${protectionLimits.reason}文字まで）。`;

@InputType({ description: '保護を登録する。登録した瞬間から、知らされた担当のほかには本人が開かない。' })
export class ProtectionOrder {
  @Field(() => ID, { description: '本人。' })
  person!: string;
  @Field(() => String, { description: `種類（${protectionKinds.join('・')}）。` })
  kind!: string;
  @Field(() => String, { description: `もとになった登録や通知（${protectionLimits.registeredBy}文字まで）。` })
  registeredBy!: string;
  @Field(() => [ID], { description: '知らせる担当。一つ以上。' })
  holders!: string[];
  @Field(() => DateScalar, { nullable: true, description: '始まった日。空なら今日。' })
  validFrom?: string | null;
  @Field(() => DateScalar, { description: 'いつまでに更新するか（始まった日から1年以内）。' })
  renewBy!: string;
  @Field(() => ID, { nullable: true, description: '相手方。記録に人としてあるとき。' })
  otherParty?: string | null;
  @Field(() => Boolean, {
    defaultValue: false,
    description: '相手方も支援している担当に知らせることを、承知しているか。',
  })
  otherPartyServed!: boolean;
}

@InputType({ description: '知らせる担当を変える。自分の担当は外せない。' })
export class HoldersOrder {
  @Field(() => ID, { description: '登録。' })
  protection!: string;
  @Field(() => Int, { description: '手元の登録の版。' })
  version!: number;
  @Field(() => [ID], { description: '変更のあとの担当のすべて。' })
  holders!: string[];
  @Field(() => Boolean, { defaultValue: false, description: '相手方も支援している担当に知らせることを、承知しているか。' })
  otherPartyServed!: boolean;
}

@InputType({ description: '保護を更新する。' })
export class RenewalOrder {
  @Field(() => ID, { description: '登録。' })
  protection!: string;
  @Field(() => Int, { description: '手元の登録の版。' })
  version!: number;
  @Field(() => DateScalar, { description: '次はいつまでに更新するか（今日から1年以内）。' })
  renewBy!: string;
}

@InputType({ description: '保護の終わりを申し出る。終えるのは別の職員。' })
export class EndingOrder {
  @Field(() => ID, { description: '登録。' })
  protection!: string;
  @Field(() => Int, { description: '手元の登録の版。' })
  version!: number;
  @Field(() => String, { description: `終える理由${reason}` })
  reason!: string;
}

@InputType({ description: '申し出られた終わりを決める。' })
export class EndOrder {
  @Field(() => ID, { description: '登録。' })
  protection!: string;
  @Field(() => Int, { description: '手元の登録の版。' })
  version!: number;
}

@InputType({ description: '緊急閲覧をする。事例か事例番号の、どちらか一つ。' })
export class GlassOrder {
  @Field(() => ID, { nullable: true, description: '事例。' })
  case?: string | null;
  @Field(() => String, { nullable: true, description: '事例番号。正確に。' })
  code?: string | null;
  @Field(() => GlassCategory, { description: '理由の区分。' })
  category!: GlassCategory;
  @Field(() => String, { description: `理由${reason}` })
  reason!: string;
}

@InputType({ description: '緊急閲覧を確かめる。' })
export class GlassReviewOrder {
  @Field(() => ID, { description: '緊急閲覧。' })
  glass!: string;
  @Field(() => Int, { description: '手元の版。' })
  version!: number;
  @Field(() => GlassOutcome, { description: '結果。' })
  outcome!: GlassOutcome;
  @Field(() => String, { description: `確かめたこと${reason}` })
  note!: string;
}
