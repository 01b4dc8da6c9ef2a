import { Field, ID, InputType, Int } from 'type-graphql';
import { textLimits } from './text-limits';

const most = textLimits.CardWords;
const lines = (words: string, each: number) => ({ description: `${words}を二つまで、それぞれ一行（${each}文字まで）。` });

/** What a card says. */
@InputType({ description: '事例カードの言葉。' })
export class CardWords {
  @Field(() => String, { description: `ひとことの題（${most.title}文字まで）。` })
  title!: string;
  @Field(() => String, { description: '年代。本人の年代か、それを含む広い年代。' })
  ageBand!: string;
  @Field(() => Boolean, { description: '地区を出すか。' })
  districtShown!: boolean;
  @Field(() => Boolean, { description: '世帯の形が言葉から読み取れるか。' })
  householdTold!: boolean;
  @Field(() => [String], { description: '課題の分類のうち、言葉から読み取れるもの。' })
  topics!: string[];
  @Field(() => [String], lines('つよみ', most.strengths))
  strengths!: string[];
  @Field(() => [String], lines('のぞむ暮らし', most.wishes))
  wishes!: string[];
  @Field(() => [String], lines('困りごと', most.worries))
  worries!: string[];
  @Field(() => String, { nullable: true, description: `手元の記録。会場には出ない（${most.note}文字まで）。` })
  note?: string | null;
}

@InputType({ description: '事例カードを起こす。' })
export class DraftCardOrder {
  @Field(() => ID, { description: 'もとの事例。' })
  case!: string;
}

@InputType({ description: '事例カードを書き直す。下書きか、差し戻されたものだけ。' })
export class ReviseCardOrder {
  @Field(() => ID, { description: '事例カード。' })
  card!: string;
  @Field(() => CardWords, { description: 'カードの言葉。' })
  words!: CardWords;
  @Field(() => Int, { description: '手元のカードの版。' })
  version!: number;
}

@InputType({ description: '事例カードの承認を求める・承認する・取り下げる。' })
export class CardOrder {
  @Field(() => ID, { description: '事例カード。' })
  card!: string;
  @Field(() => Int, { description: '手元のカードの版。' })
  version!: number;
}

@InputType({ description: '事例カードを差し戻す。' })
export class SendBackOrder {
  @Field(() => ID, { description: '事例カード。' })
  card!: string;
  @Field(() => String, { description: `直してほしいこと（${textLimits.SendBackOrder.words}文字まで）。` })
  words!: string;
  @Field(() => Int, { description: '手元のカードの版。' })
  version!: number;
}
