import { Field, ID, InputType } from 'type-graphql';
import type { TieKind } from '#server/access/ties';
import { DateScalar } from '#server/database/scalars';
import { Attendance, TieKindEnum } from './states';
import { textLimits } from './text-limits';

/** A description that says how long the text may be. */
const limited = (words: string, most: number) => ({ description: `${words}（${most}文字まで）。` });

@InputType({ description: '支援会議を、出席者の名簿を定めて招集する。' })
export class SupportOrder {
  @Field(() => String, limited('会議の題', textLimits.SupportOrder.title))
  title!: string;
  @Field(() => DateScalar, { description: '開く日。' })
  heldOn!: string;
  @Field(() => String, { nullable: true, description: '始まりの時刻の予定。「13:30」の形。' })
  startsAt?: string | null;
  @Field(() => String, { nullable: true, description: '終わりの時刻の予定。「15:00」の形。' })
  endsAt?: string | null;
  @Field(() => String, limited('場所', textLimits.SupportOrder.place))
  place!: string;
  @Field(() => [ID], { description: '出席する職員。招集する人は、ここに入れなくても出席者になる。' })
  members!: string[];
}

@InputType({ description: '出席者を加える。職員か機関の、どちらか一つ。' })
export class InviteOrder {
  @Field(() => ID, { description: '会議。' })
  session!: string;
  @Field(() => ID, { nullable: true, description: '職員。' })
  staff?: string | null;
  @Field(() => ID, { nullable: true, description: '機関。' })
  organization?: string | null;
}

@InputType({ description: '出席者を外す。' })
export class DismissOrder {
  @Field(() => ID, { description: '出席者。' })
  member!: string;
}

@InputType({ description: '出席を記録する。' })
export class AttendanceOrder {
  @Field(() => ID, { description: '出席者。' })
  member!: string;
  @Field(() => Attendance, { description: '出席の予定・出席・欠席。' })
  attends!: Attendance;
}

@InputType({ description: '支援会議の守秘義務を確認する。' })
export class SecrecyOrder {
  @Field(() => ID, { description: '会議。' })
  session!: string;
}

@InputType({ description: '議題の間、席を外した・戻ったことを記録する。' })
export class TableOrder {
  @Field(() => ID, { description: '議題。' })
  item!: string;
  @Field(() => ID, { description: '出席者。' })
  member!: string;
  @Field(() => Boolean, { description: '席を外したなら真、戻ったなら偽。' })
  away!: boolean;
}

@InputType({ description: '出席者と議題の本人との関係（利益相反）を届け出る。' })
export class TieOrder {
  @Field(() => ID, { description: '議題。' })
  item!: string;
  @Field(() => ID, { description: '出席者。' })
  member!: string;
  @Field(() => TieKindEnum, { description: '関係。' })
  kind!: TieKind;
}
