import { Field, ID, InputType, Int } from 'type-graphql';
import { DateScalar } from '#server/database/scalars';
import { textLimits } from './text-limits';

const limited = (words: string, most: number) => ({ description: `${words}（${most}文字まで）。` });

@InputType({ description: '政策を提案する。' })
export class ProposeOrder {
  @Field(() => ID, { description: '会議。' })
  session!: string;
  @Field(() => String, limited('提案先', textLimits.ProposeOrder.addressee))
  addressee!: string;
  @Field(() => String, limited('何を提案するか', textLimits.ProposeOrder.title))
  title!: string;
  @Field(() => DateScalar, { description: '答えの期限。' })
  answerBy!: string;
}

@InputType({ description: '政策提案への答えを書く。会議が終わってからも書ける。' })
export class AnswerOrder {
  @Field(() => ID, { description: '政策提案。' })
  proposal!: string;
  @Field(() => String, limited('答え', textLimits.AnswerOrder.answer))
  answer!: string;
  @Field(() => DateScalar, { description: '答えがあった日。' })
  answeredOn!: string;
  @Field(() => Int, { description: '手元の版。' })
  version!: number;
}

@InputType({ description: '政策提案の答えを、この会議で報告したことにする。' })
export class ReportOrder {
  @Field(() => ID, { description: '報告した、いまの会議。' })
  session!: string;
  @Field(() => ID, { description: '前の回の政策提案。' })
  proposal!: string;
  @Field(() => Int, { description: '手元の版。' })
  version!: number;
}
