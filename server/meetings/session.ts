import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, PrimaryColumn } from 'typeorm';
import type { ConferenceKind } from '#server/access/conference-profile';
import { DateScalar, DateTimeScalar } from '#server/database/scalars';
import { Row, Shown } from '#server/database/shape';
import { Withheld } from '#server/database/withheld';
import { Staff } from '#server/directory/staff';
import { Indicator } from '#server/indicators/indicator';
import { AgendaItem } from './agenda-item';
import { CarriedOver } from './carried-over';
import { Correction } from './correction';
import { Display } from './display';
import {
  agendaMatters,
  correctedByTwo,
  easyNoteWords,
  easySteps,
  isIn,
  keepsAttendance,
  keepsOpen,
  kindName,
  minuted,
  noteKinds,
  noteWords,
  openingText,
  printing,
  projected,
  proposes,
  secrecyText,
  slides,
  stepNames,
} from './kinds/registry';
import { OpenPoint } from './open-point';
import { Presence } from './presence';
import { Proposal } from './proposal';
import { SessionMember } from './session-member';
import { ConferenceKindEnum, Focus, Furigana, NoteKind, SessionStatus, TextStep, WallState } from './states';
import { minutesOf } from './time-of-day';

const wall = { contracts: ['display'] } as const;

/** Whether its organisation asks to give back what is carried over: the room looks at that before anything else. As SQL on a row of core.carried_over. */
const givenBack = (u: string) =>
  `coalesce((select a.back_reason is not null and a.back_left_at is null from core.action_item a where a.id = ${u}.action_item_id), false)`;

/** One sitting of a conference, and its board. The same query answers a display less: what it withholds says why. */
@ObjectType({ description: '会議の一回、その議題とボード。同じ問い合わせでも、会場の画面に答える内容は手元より少ない。' })
@Row('core.session', { ...wall, session: 'id' })
export class Session {
  @Field(() => ID, { description: '会議の識別子。' })
  @PrimaryColumn('uuid')
  @Shown('operational', wall)
  id!: string;

  @Field(() => ConferenceKindEnum, { description: '会議の種類。' })
  @Column('text')
  @Shown('operational', wall)
  kind!: ConferenceKind;

  @Field(() => String, { description: '会議の種類の名前。' })
  @Shown('operational', { ...wall, sql: kindName })
  kindName!: string;

  @Column('boolean')
  restricted!: boolean;

  @Field(() => Int, { description: '第何回か。' })
  @Column('int')
  @Shown('operational', wall)
  number!: number;

  @Field(() => String, { description: '会議の題。支援会議では、守秘義務を確認するまで会議の種類の名前になる。' })
  @Column('text')
  @Shown('operational', { ...wall, sql: (t) => `case when ${isIn(t)} then ${t}.title else ${kindName(t)} end` })
  title!: string;

  @Field(() => DateScalar, { description: '開く日。' })
  @Column('date')
  @Shown('operational', wall)
  heldOn!: string;

  @Field(() => String, { nullable: true, description: '始まりの時刻の予定。「13:30」の形。定めていなければ空。' })
  @Column('time', { nullable: true })
  @Shown('operational', { ...wall, sql: minutesOf('starts_at') })
  startsAt!: string | null;

  @Field(() => String, { nullable: true, description: '終わりの時刻の予定。「15:00」の形。定めていなければ空。' })
  @Column('time', { nullable: true })
  @Shown('operational', { ...wall, sql: minutesOf('ends_at') })
  endsAt!: string | null;

  @Field(() => String, { nullable: true, description: '場所。会場の画面には出ない。' })
  @Column('text')
  @Shown('note', wall)
  place!: string;

  @Field(() => SessionStatus, { description: '準備中・開会中・閉会・取りやめ。' })
  @Column('text')
  @Shown('operational', wall)
  status!: SessionStatus;

  @Field(() => Boolean, { description: '開かれないまま、その日を過ぎた会議か。予定を変えるか、開催を取りやめる。' })
  @Shown('operational', { sql: (t) => `(${t}.status = 'PREPARING' and ${t}.held_on < hub.today())` })
  lapsed!: boolean;

  @Field(() => DateTimeScalar, { nullable: true, description: '開催を取りやめた時刻。取りやめていなければ空。' })
  @Column({ type: 'timestamptz', nullable: true, insert: false, update: false })
  @Shown('operational')
  cancelledAt!: Date | null;

  @Field(() => String, {
    nullable: true,
    description: '開催を取りやめた理由。会場の画面には出ない。支援会議では、守秘義務を確認したあとに見える。',
  })
  @Column('text', { nullable: true })
  @Shown('note', { sql: (t) => `case when core.is_in(${t}) then ${t}.cancelled_because end` })
  cancelledBecause!: string | null;

  @Field(() => Int, { description: 'いまの段階（0から）。' })
  @Column('int')
  @Shown('operational', wall)
  step!: number;

  @Field(() => [String], { description: 'この種類の会議の段階。' })
  @Shown('operational', { ...wall, sql: stepNames })
  steps!: string[];

  @Field(() => Boolean, { description: '会場の画面に映せる種類の会議か。' })
  @Shown('operational', { sql: projected })
  projected!: boolean;

  @Field(() => WallState, { description: '会場の画面の出し方。' })
  @Column('text')
  @Shown('operational', wall)
  wall!: WallState;

  @Field(() => Focus, { description: '会場の画面に出すもの。' })
  @Column('text')
  @Shown('operational', wall)
  focus!: Focus;

  @Field(() => [Focus], { description: 'この種類の会議で、会場の画面に出せるもの。画面に映さない会議では空。' })
  @Shown('operational', { sql: slides })
  slides!: Focus[];

  @Column('text', { nullable: true })
  indicatorId!: string | null;

  @Field(() => Indicator, { nullable: true, description: '会場の画面に出す、または最後に出した指標。' })
  @Shown('operational', { ...wall, one: 'indicator_id' })
  indicator!: Indicator | null;

  @Field(() => TextStep, { description: '会場の画面の文字の段階。' })
  @Column('text')
  @Shown('operational', wall)
  textStep!: TextStep;

  @Field(() => Furigana, { description: '会場の画面のふりがな。' })
  @Column('text')
  @Shown('operational', wall)
  furigana!: Furigana;

  @Field(() => Boolean, { description: '会場の画面の言葉を、やさしい日本語にしているか。人が書いた言葉は変えない。' })
  @Column('boolean')
  @Shown('operational', wall)
  easy!: boolean;

  @Field(() => [String], { description: 'この種類の会議の段階の、やさしい日本語。steps と同じ順。' })
  @Shown('operational', { ...wall, sql: easySteps })
  easySteps!: string[];

  @Field(() => [NoteKind], { description: 'この種類の会議で書きとめる声の種類。' })
  @Shown('operational', { ...wall, sql: noteKinds })
  noteKinds!: NoteKind[];

  @Field(() => [String], { description: '声の種類の、この会議での呼び方。noteKinds と同じ順。' })
  @Shown('operational', { ...wall, sql: noteWords })
  noteWords!: string[];

  @Field(() => [String], { description: '声の種類の、やさしい日本語での呼び方。noteKinds と同じ順。' })
  @Shown('operational', { ...wall, sql: easyNoteWords })
  easyNoteWords!: string[];

  @Field(() => DateTimeScalar, { nullable: true, description: '動いている残り時間が尽きる時刻。止まっているか、計っていなければ空。' })
  @Column('timestamptz', { nullable: true })
  @Shown('operational', wall)
  timerEndsAt!: Date | null;

  @Field(() => Int, { nullable: true, description: '止めてある残り時間（秒）。動いているか、計っていなければ空。' })
  @Column('int', { nullable: true })
  @Shown('operational', wall)
  timerLeft!: number | null;

  @Field(() => String, { description: '開会のときに読み上げる言葉。' })
  @Shown('operational', { sql: openingText })
  opening!: string;

  @Field(() => String, { nullable: true, description: '出席者が確認する守秘義務の言葉。確認のいらない会議では空。' })
  @Shown('operational', { sql: secrecyText })
  secrecy!: string | null;

  @Field(() => Boolean, { description: '見ている人に会議の中身が開かれているか。支援会議では、守秘義務を確認したあと。' })
  @Shown('operational', { sql: isIn })
  isIn!: boolean;

  @Field(() => [String], { description: '議題にできるもの（case・card・issue など）。' })
  @Shown('operational', { sql: agendaMatters })
  matters!: string[];

  @Field(() => String, { description: '印刷してよい範囲（all：すべて、anonymous：会場に出せるものだけ、none：印刷しない）。' })
  @Shown('operational', { sql: printing })
  printing!: string;

  @Field(() => Boolean, { description: '会議録を残す種類の会議か。' })
  @Shown('operational', { sql: minuted })
  minuted!: boolean;

  @Field(() => Boolean, { description: '出席を記録して残す種類の会議か。' })
  @Shown('operational', { sql: keepsAttendance })
  keepsAttendance!: boolean;

  @Column('uuid', { nullable: true })
  convenedBy!: string | null;

  @Column('uuid', { nullable: true })
  frontItemId!: string | null;

  @Column('uuid', { nullable: true })
  facilitatorId!: string | null;

  @Field(() => AgendaItem, { nullable: true, description: 'いま会場に出ている議題。' })
  @Shown('operational', { ...wall, one: 'front_item_id' })
  frontItem!: AgendaItem | null;

  @Field(() => [AgendaItem], { description: '議題。会場の画面には、出ているものと済みだけ。' })
  @Shown('operational', { ...wall, many: 'session_id', order: (u) => `${u}.position` })
  agenda!: AgendaItem[];

  @Field(() => Staff, { nullable: true, description: '司会。' })
  @Shown('operational', { one: 'facilitator_id' })
  facilitator!: Staff | null;

  @Field(() => [Display], { description: 'つながっている会場の画面。' })
  @Shown('operational', { many: 'session_id', where: (u) => `${u}.revoked_at is null`, order: (u) => `${u}.paired_at, ${u}.id` })
  displays!: Display[];

  @Field(() => [Presence], { description: 'いま自分の機器でこの会議を開いている人。' })
  @Shown('operational', { many: 'session_id', where: (u) => `${u}.seen_at > now() - interval '45 seconds'`, order: (u) => `${u}.id` })
  connected!: Presence[];

  @Field(() => [SessionMember], { description: '出席者。' })
  @Shown('operational', { many: 'session_id', order: (u) => `${u}.duty, ${u}.id` })
  members!: SessionMember[];

  @Field(() => [OpenPoint], { description: '会議を終える前に、決めるか保留にすること。何が要るかは会議の種類による。' })
  @Shown('operational', { on: (t, u) => `${u}.session_id = ${t}.id and ${keepsOpen(t, u)}`, order: (u) => `${u}.id` })
  openPoints!: OpenPoint[];

  @Field(() => Boolean, { description: '政策提案をする種類の会議か。' })
  @Shown('operational', { sql: proposes })
  proposes!: boolean;

  @Field(() => [Proposal], { description: '政策提案。' })
  @Shown('operational', { many: 'session_id', order: (u) => `${u}.created_at, ${u}.id` })
  proposals!: Proposal[];

  @Field(() => [CarriedOver], {
    description: '前回からの持ち越し。返したいと申し出のあったものと保留が先、次に期限の近いものから。閉会した会議では空。',
  })
  @Shown('operational', {
    many: 'session_id',
    order: (u) => `${givenBack(u)} desc, ${u}.kind = 'DEFERRED' desc, ${u}.kind desc, ${u}.due_on, ${u}.held_on, ${u}.id`,
    limit: 50,
  })
  carriedOver!: CarriedOver[];

  @Field(() => Boolean, { description: '終わったあとの訂正を、別の人が確かめる種類の会議か。' })
  @Shown('operational', { sql: correctedByTwo })
  correctedByTwo!: boolean;

  @Field(() => [Correction], { description: '終わった会議の記録の訂正。古いものから。' })
  @Shown('operational', { many: 'session_id', order: (u) => `${u}.made_at, ${u}.id` })
  corrections!: Correction[];

  @Field(() => Int, { description: '版。変更のときに添える。' })
  @Column('int')
  @Shown('operational', wall)
  version!: number;

  @Field(() => [Withheld], { description: '表示を控えた項目と理由。' })
  @Shown('public', wall)
  withheld!: Withheld[];
}
