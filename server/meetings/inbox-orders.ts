import { Field, ID, InputType, Int } from 'type-graphql';
import { textLimits } from './text-limits';

@InputType({ description: '受信箱の、次にやることを受け取る。' })
export class AcceptOrder {
  @Field(() => ID, { description: '次にやること。' })
  action!: string;
  @Field(() => Int, { description: '手元の版。' })
  version!: number;
}

@InputType({ description: '受信箱の、次にやることを済みにする・戻す。' })
export class DeskDoneOrder {
  @Field(() => ID, { description: '次にやること。' })
  action!: string;
  @Field(() => Boolean, { description: '済みなら真。' })
  done!: boolean;
  @Field(() => String, { nullable: true, description: `どうなったか（${textLimits.DeskDoneOrder.note}文字まで）。会議の人が読む。` })
  note?: string | null;
  @Field(() => Int, { description: '手元の版。' })
  version!: number;
}

@InputType({ description: '受信箱の、次にやることを会議に返したいと申し出る。次の回で最初に確かめる。' })
export class GiveBackOrder {
  @Field(() => ID, { description: '次にやること。' })
  action!: string;
  @Field(() => String, {
    nullable: true,
    description: `返したい理由（${textLimits.GiveBackOrder.reason}文字まで）。空なら、申し出をやめる。`,
  })
  reason?: string | null;
  @Field(() => Int, { description: '手元の版。' })
  version!: number;
}

@InputType({
  description:
    '前回からの持ち越しを片づけたこと、続けてもらうことにしたことを、10分のあいだに取り消す。保留か、次にやることのどちらか一つ。',
})
export class UnsettleOrder {
  @Field(() => ID, { description: '確かめている、いまの会議。' })
  session!: string;
  @Field(() => ID, { nullable: true, description: '前の回の保留。' })
  deferral?: string | null;
  @Field(() => ID, { nullable: true, description: '前の回の、次にやること。' })
  action?: string | null;
}

@InputType({ description: '返したいと申し出のあった、前の回の次にやることを、同じ機関に続けてもらう。' })
export class LeaveOrder {
  @Field(() => ID, { description: '確かめている、いまの会議。' })
  session!: string;
  @Field(() => ID, { description: '前の回の、次にやること。' })
  action!: string;
  @Field(() => Int, { description: '手元の版。' })
  version!: number;
}
