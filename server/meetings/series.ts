import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, PrimaryGeneratedColumn } from 'typeorm';
import type { ConferenceKind } from '#server/access/conference-profile';
import { DateScalar } from '#server/database/scalars';
import { Row, Shown } from '#server/database/shape';
import { kindName } from './kinds/registry';
import { ConferenceKindEnum } from './states';
import { minutesOf } from './time-of-day';

/** How far ahead days are looked for, and how many are offered. */
const DAYS = 400;
const OFFERED = 3;

/**
 * The next days of the rhythm, by the database's own clock: no 国民の祝日, not 29 December to 3 January, and no day for which a session of the kind is
 * called already. What falls on such a day is left out, not moved: the coordinator may call any other day.
 */
const nextDays = (
  t: string,
) => `array(select d.day from (select g::date as day from generate_series((hub.today() + 1)::timestamp, (hub.today() + ${DAYS})::timestamp, interval '1 day') g) d
  where extract(isodow from d.day) = ${t}.weekday and extract(month from d.day) = any (${t}.months)
    and ((extract(day from d.day)::int + 6) / 7 = any (${t}.weeks) or (-1 = any (${t}.weeks) and extract(month from d.day + 7) <> extract(month from d.day)))
    and to_char(d.day, 'MMDD') not between '1229' and '1231' and to_char(d.day, 'MMDD') not between '0101' and '0103'
    and not exists (select 1 from core.holiday h where h.day = d.day) and not exists (select 1 from core.session s where s.kind = ${t}.kind and s.held_on = d.day)
  order by d.day limit ${OFFERED})`;

/** 開催の周期: the rhythm in which a kind of conference meets. A 支援会議 has none. */
@ObjectType({ description: '会議の開催の周期（毎月 第3金曜日 13:30〜15:00 など）と、そこから出した次の候補の日。支援会議にはない。' })
@Row('core.series')
export class Series {
  @Field(() => ID, { description: '周期の識別子。' })
  @PrimaryGeneratedColumn('uuid')
  @Shown('operational')
  id!: string;

  @Field(() => ConferenceKindEnum, { description: '会議の種類。' })
  @Column('text')
  @Shown('operational')
  kind!: ConferenceKind;

  @Field(() => String, { description: '会議の種類の名前。' })
  @Shown('operational', { sql: kindName })
  kindName!: string;

  @Field(() => [Int], { description: '月の第何週か（1〜5、最後の週は -1）。' })
  @Column('int', { array: true })
  @Shown('operational')
  weeks!: number[];

  @Field(() => Int, { description: '曜日（1が月曜日、7が日曜日）。' })
  @Column('int')
  @Shown('operational')
  weekday!: number;

  @Field(() => [Int], { description: '開く月（1〜12）。' })
  @Column('int', { array: true })
  @Shown('operational')
  months!: number[];

  @Field(() => String, { description: '始まりの時刻。「13:30」の形。' })
  @Column('time')
  @Shown('operational', { sql: minutesOf('starts_at') })
  startsAt!: string;

  @Field(() => String, { description: '終わりの時刻。「15:00」の形。' })
  @Column('time')
  @Shown('operational', { sql: minutesOf('ends_at') })
  endsAt!: string;

  @Field(() => String, { description: '場所。' })
  @Column('text')
  @Shown('operational')
  place!: string;

  @Field(() => [DateScalar], { description: '次の候補の日。祝日と年末年始、もう会議を作った日は除く。' })
  @Shown('operational', { sql: nextDays })
  nextDays!: string[];

  @Field(() => Int, { description: '版。変更のときに添える。' })
  @Column('int')
  @Shown('operational')
  version!: number;
}
