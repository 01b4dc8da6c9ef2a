import { Field, ID, InputType, Int } from 'type-graphql';
import { textLimits } from './text-limits';

const limited = (words: string, most: number) => ({ description: `${words}（${most}文字まで）。` });

@InputType({ description: '議題について、決まったことを書く。' })
export class OutcomeOrder {
  @Field(() => ID, { description: '議題。' })
  item!: string;
  @Field(() => String, limited('何が決まったか', textLimits.OutcomeOrder.title))
  title!: string;
}

@InputType({ description: '決まったことを書き直す。読み上げは、やり直しになる。' })
export class RewordOrder {
  @Field(() => ID, { description: '決まったこと。' })
  decision!: string;
  @Field(() => String, limited('何が決まったか', textLimits.RewordOrder.title))
  title!: string;
  @Field(() => Int, { description: '手元の版。' })
  version!: number;
}

@InputType({ description: '決まったことを読み上げ済みにする・戻す。' })
export class ReadBackOrder {
  @Field(() => ID, { description: '決まったこと。' })
  decision!: string;
  @Field(() => Boolean, { description: '読み上げたなら真。' })
  done!: boolean;
  @Field(() => Int, { description: '手元の版。' })
  version!: number;
}

@InputType({ description: '決まったことを会場から下げる・会場に出す。' })
export class HoldDecisionOrder {
  @Field(() => ID, { description: '決まったこと。' })
  decision!: string;
  @Field(() => Boolean, { description: '下げるなら真。' })
  held!: boolean;
  @Field(() => Int, { description: '手元の版。' })
  version!: number;
}

@InputType({ description: '残っていることを保留にする。' })
export class DeferOrder {
  @Field(() => ID, { description: '会議。' })
  session!: string;
  @Field(() => ID, { description: '残っていること。' })
  point!: string;
  @Field(() => String, limited('保留にする理由', textLimits.DeferOrder.reason))
  reason!: string;
  @Field(() => ID, { description: '次の回まで見届ける職員。' })
  owner!: string;
}

@InputType({ description: '保留をやめる。残っていることに戻る。' })
export class ResumeOrder {
  @Field(() => ID, { description: '保留。' })
  deferral!: string;
  @Field(() => Int, { description: '手元の版。' })
  version!: number;
}

@InputType({ description: '前回からの持ち越しを片づける。保留か、次にやることのどちらか一つ。' })
export class SettleOrder {
  @Field(() => ID, { description: '確かめている、いまの会議。' })
  session!: string;
  @Field(() => ID, { nullable: true, description: '前の回の保留。' })
  deferral?: string | null;
  @Field(() => ID, { nullable: true, description: '前の回の、次にやること。' })
  action?: string | null;
  @Field(() => Int, { description: '手元の版。' })
  version!: number;
}
