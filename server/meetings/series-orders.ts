import { Field, InputType, Int } from 'type-graphql';
import type { ConferenceKind } from '#server/access/conference-profile';
import { ConferenceKindEnum } from './states';
import { textLimits } from './text-limits';

@InputType({ description: '会議の開催の周期を定める・変える。' })
export class SeriesOrder {
  @Field(() => ConferenceKindEnum, { description: '会議の種類。支援会議には定めない。' })
  kind!: ConferenceKind;
  @Field(() => [Int], { description: '月の第何週か（1〜5、最後の週は -1）。' })
  weeks!: number[];
  @Field(() => Int, { description: '曜日（1が月曜日、7が日曜日）。' })
  weekday!: number;
  @Field(() => [Int], { description: '開く月（1〜12）。' })
  months!: number[];
  @Field(() => String, { description: '始まりの時刻。「13:30」の形。' })
  startsAt!: string;
  @Field(() => String, { description: '終わりの時刻。「15:00」の形。' })
  endsAt!: string;
  @Field(() => String, { description: `場所（${textLimits.SeriesOrder.place}文字まで）。` })
  place!: string;
  @Field(() => Int, { nullable: true, description: '手元の版。はじめて定めるときは空。' })
  version?: number | null;
}
