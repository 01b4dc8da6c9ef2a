import { Field, ID, InputType, Int } from 'type-graphql';
import { textLimits } from './text-limits';

const limited = (words: string, most: number) => ({ description: `${words}（${most}文字まで）。` });

@InputType({ description: '終わった会議の記録を訂正する。行・議題・会議そのものの、どれかについて。' })
export class CorrectOrder {
  @Field(() => ID, { description: '会議。' })
  session!: string;
  @Field(() => ID, { nullable: true, description: '書き落としを加える議題。' })
  item?: string | null;
  @Field(() => ID, { nullable: true, description: '訂正する行（声・役割・次にやること・決まったこと）。' })
  line?: string | null;
  @Field(() => String, limited('正しい言葉', textLimits.CorrectOrder.title))
  title!: string;
  @Field(() => String, limited('訂正の理由', textLimits.CorrectOrder.reason))
  reason!: string;
  @Field(() => Boolean, { nullable: true, description: '会場向けでは、もとの言葉を伏せるか。' })
  masks?: boolean | null;
}

@InputType({ description: '別の人が書いた訂正を確かめる。' })
export class ApproveCorrectionOrder {
  @Field(() => ID, { description: '訂正。' })
  correction!: string;
  @Field(() => Int, { description: '手元の版。' })
  version!: number;
}

@InputType({ description: '別の人が書いた訂正を、理由を添えて差し戻す。' })
export class RefuseCorrectionOrder {
  @Field(() => ID, { description: '訂正。' })
  correction!: string;
  @Field(() => String, limited('差し戻す理由', textLimits.RefuseCorrectionOrder.reason))
  reason!: string;
  @Field(() => Int, { description: '手元の版。' })
  version!: number;
}
