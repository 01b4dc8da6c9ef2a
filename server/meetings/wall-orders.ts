import { Field, ID, InputType, Int } from 'type-graphql';
import { Furigana, TextStep, WallState } from './states';
import { textLimits } from './text-limits';

@InputType({ description: '会場の画面を隠す・止める・映す。' })
export class WallOrder {
  @Field(() => ID, { description: '会議。' })
  session!: string;
  @Field(() => WallState, { description: '会場の画面の出し方。' })
  wall!: WallState;
}

@InputType({ description: '会場の画面の文字の出し方を変える。空の項目はそのまま。' })
export class LetteringOrder {
  @Field(() => ID, { description: '会議。' })
  session!: string;
  @Field(() => TextStep, { nullable: true, description: '文字の段階。' })
  textStep?: TextStep | null;
  @Field(() => Furigana, { nullable: true, description: 'ふりがな。' })
  furigana?: Furigana | null;
  @Field(() => Boolean, { nullable: true, description: 'やさしい日本語にするなら真。' })
  easy?: boolean | null;
}

@InputType({ description: '残り時間を計る。秒が空なら、計るのをやめる。' })
export class TimerOrder {
  @Field(() => ID, { description: '会議。' })
  session!: string;
  @Field(() => Int, { nullable: true, description: '残り時間（秒、4時間まで）。' })
  seconds?: number | null;
  @Field(() => Boolean, { description: '動かすなら真、その残り時間で止めておくなら偽。' })
  running!: boolean;
}

@InputType({ description: '司会を引き継ぐ。' })
export class TakeOverOrder {
  @Field(() => ID, { description: '会議。' })
  session!: string;
  @Field(() => Int, { description: '手元の会議の版。' })
  version!: number;
}

@InputType({ description: '役割を会場から下げる・会場に出す。' })
export class HoldRoleOrder {
  @Field(() => ID, { description: '役割。' })
  role!: string;
  @Field(() => Boolean, { description: '下げるなら真。' })
  held!: boolean;
  @Field(() => Int, { description: '手元の役割の版。' })
  version!: number;
}

@InputType({ description: '次にやることを会場から下げる・会場に出す。' })
export class HoldActionOrder {
  @Field(() => ID, { description: '次にやること。' })
  action!: string;
  @Field(() => Boolean, { description: '下げるなら真。' })
  held!: boolean;
  @Field(() => Int, { description: '手元の次にやることの版。' })
  version!: number;
}

@InputType({ description: '役割を書き直す。' })
export class RenameOrder {
  @Field(() => ID, { description: '役割。' })
  role!: string;
  @Field(() => String, { description: `何をするか（${textLimits.RenameOrder.title}文字まで）。` })
  title!: string;
  @Field(() => Int, { description: '手元の役割の版。' })
  version!: number;
}
