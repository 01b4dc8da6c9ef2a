import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { MinutesForm as Form, MinutesLevel as Level } from '#server/access/minutes-level';
import { DateScalar, DateTimeScalar } from '#server/database/scalars';
import { Shown, WorkedOut } from '#server/database/shape';
import { AgendaKind, Attendance, LinkKind } from './states';

export const MinutesLevel = { ROOM: 'ROOM', PARTICIPANTS: 'PARTICIPANTS', OFFICE: 'OFFICE' } as const satisfies { [K in Level]: K };
registerEnumType(MinutesLevel, {
  name: 'MinutesLevel',
  description: '会議録にどこまで載せるか。',
  valuesConfig: {
    ROOM: { description: '会場向け。会場の画面に出せるものだけ。' },
    PARTICIPANTS: { description: '出席者向け。出席者の名簿と、会場から下げたもの、保留の理由も載る。' },
    OFFICE: { description: '事務局用の全文。覚え書きと、時刻ごとの記録も載る。' },
  },
});

export const MinutesForm = { PRINT: 'PRINT', FILE: 'FILE' } as const satisfies { [K in Form]: K };
registerEnumType(MinutesForm, {
  name: 'MinutesForm',
  description: '会議録の持ち出し方。',
  valuesConfig: { PRINT: { description: '印刷。' }, FILE: { description: 'ファイル（Word・Excel）。' } },
});

export const MinutesPart = {
  NOTE: 'NOTE',
  ROLE: 'ROLE',
  ACTION: 'ACTION',
  DECISION: 'DECISION',
  LINK: 'LINK',
  OUTCOME: 'OUTCOME',
} as const;
export type MinutesPart = keyof typeof MinutesPart;
registerEnumType(MinutesPart, {
  name: 'MinutesPart',
  description: '会議録の行の種類。',
  valuesConfig: {
    NOTE: { description: '会議で出た声。取り消したものは載らない。' },
    ROLE: { description: '役割。' },
    ACTION: { description: '次にやること。' },
    DECISION: { description: '決まったこと。' },
    LINK: { description: 'エコマップのつながり。役割による線は役割の行にあり、取り消したものは載らない。' },
    OUTCOME: { description: '決まらずに保留になった事例。' },
  },
});

@ObjectType({ description: '会議録の、出席者。' })
@WorkedOut()
export class MinutesAttendee {
  @Field(() => ID, { description: '識別子。' })
  @Shown('operational')
  id!: string;
  @Field(() => String, { description: '名前。' })
  @Shown('operational')
  name!: string;
  @Field(() => String, { description: '所属。' })
  @Shown('operational')
  agency!: string;
  @Field(() => Attendance, { description: '出欠。' })
  @Shown('operational')
  attends!: Attendance;
}

@ObjectType({ description: '会議録の、訂正。立っているものだけ。' })
@WorkedOut()
export class MinutesCorrection {
  @Field(() => ID, { description: '訂正の識別子。' })
  @Shown('operational')
  id!: string;
  @Field(() => String, { description: '正しい言葉。' })
  @Shown('operational')
  text!: string;
  @Field(() => DateTimeScalar, { description: '訂正した時刻。' })
  @Shown('operational')
  at!: string;
  @Field(() => String, { nullable: true, description: '訂正の理由。会場向けでは空。' })
  @Shown('operational')
  reason!: string | null;
  @Field(() => String, { nullable: true, description: '訂正した人。会場向けでは空。' })
  @Shown('operational')
  by!: string | null;
  @Field(() => String, { nullable: true, description: '確かめた、別の人。会場向けでは空。' })
  @Shown('operational')
  second!: string | null;
}

@ObjectType({ description: '会議録の一行。' })
@WorkedOut()
export class MinutesLine {
  @Field(() => ID, { description: '声・役割・次にやること・決まったこと・つながりの識別子。' })
  @Shown('operational')
  id!: string;
  @Field(() => MinutesPart, { description: '何の行か。' })
  @Shown('operational')
  part!: MinutesPart;
  @Field(() => String, { nullable: true, description: '声の種類の、この会議での呼び方。ほかの行では空。' })
  @Shown('operational')
  said!: string | null;
  @Field(() => LinkKind, { nullable: true, description: 'つながりの種類。ほかの行では空。' })
  @Shown('operational')
  tie!: LinkKind | null;
  @Field(() => String, { description: 'もとの内容。つながりでは、つながる機関か人々。会場向けで伏せるものでは空の文字。' })
  @Shown('operational')
  text!: string;
  @Field(() => [MinutesCorrection], { description: 'この行の訂正。最後のものが、いまの言葉。' })
  @Shown('operational')
  corrections!: MinutesCorrection[];
  @Field(() => String, { nullable: true, description: '担う機関。' })
  @Shown('operational')
  who!: string | null;
  @Field(() => DateScalar, { nullable: true, description: '期限。' })
  @Shown('operational')
  dueOn!: string | null;
  @Field(() => Boolean, {
    description: '役割は担う機関が決まったか、次にやることは済んだか、決まったことは読み上げたか。声・つながりでは真。',
  })
  @Shown('operational')
  settled!: boolean;
  @Field(() => Boolean, { description: '会場に出していないか。会場向けには、そのような行がない。' })
  @Shown('operational')
  held!: boolean;
  @Field(() => Boolean, { description: '保留になったか。' })
  @Shown('operational')
  deferred!: boolean;
  @Field(() => String, { nullable: true, description: '保留の理由。会場向けでは空。' })
  @Shown('operational')
  reason!: string | null;
  @Field(() => String, { nullable: true, description: '見届ける人。会場向けでは空。' })
  @Shown('operational')
  owner!: string | null;
}

@ObjectType({ description: '会議録の、議題。' })
@WorkedOut()
export class MinutesItem {
  @Field(() => ID, { description: '議題の識別子。' })
  @Shown('operational')
  id!: string;
  @Field(() => String, { description: '記号。' })
  @Shown('operational')
  letter!: string;
  @Field(() => AgendaKind, { description: '議題の種類。' })
  @Shown('operational')
  kind!: AgendaKind;
  @Field(() => String, { nullable: true, description: '題。あなたに開かれていない事例では空。' })
  @Shown('operational')
  title!: string | null;
  @Field(() => String, { nullable: true, description: '報告・架空事例の内容。ほかの議題では空。' })
  @Shown('operational')
  words!: string | null;
  @Field(() => String, { nullable: true, description: '司会の覚え書き。事務局用だけ。' })
  @Shown('note')
  note!: string | null;
  @Field(() => [MinutesLine], { description: '声・決まったこと・役割・次にやること・つながり。' })
  @Shown('operational')
  lines!: MinutesLine[];
  @Field(() => [MinutesCorrection], { description: 'この議題に書き落としていたこと。' })
  @Shown('operational')
  corrections!: MinutesCorrection[];
}

@ObjectType({ description: '会議録の、政策提案。答えは、会議録には載らない。' })
@WorkedOut()
export class MinutesProposal {
  @Field(() => ID, { description: '政策提案の識別子。' })
  @Shown('operational')
  id!: string;
  @Field(() => String, { description: '提案先。' })
  @Shown('operational')
  addressee!: string;
  @Field(() => String, { description: '何を提案したか。' })
  @Shown('operational')
  title!: string;
  @Field(() => DateScalar, { description: '答えの期限。' })
  @Shown('operational')
  answerBy!: string;
}

@ObjectType({ description: '会議録の、時刻ごとの記録。' })
@WorkedOut()
export class MinutesEvent {
  @Field(() => Int, { description: '通し番号。' })
  @Shown('operational')
  seq!: number;
  @Field(() => DateTimeScalar, { description: '時刻。' })
  @Shown('operational')
  at!: string;
  @Field(() => String, { description: '何があったか。' })
  @Shown('operational')
  sentence!: string;
}

/** 会議録: worked out of the rows and the log of a session, no further than its level and its reader's own rights go. */
@ObjectType({ description: '会議録。会議の記録から作り、載せる範囲より先のことも、読む人に開かれていないことも載らない。' })
@WorkedOut()
export class Minutes {
  @Field(() => ID, { description: '会議の識別子。' })
  @Shown('operational')
  session!: string;
  @Field(() => MinutesLevel, { description: 'どこまで載せたか。' })
  @Shown('operational')
  level!: Level;
  @Field(() => [MinutesForm], { description: 'あなたが、この範囲で持ち出せる形。空なら画面で読むだけ。' })
  @Shown('operational')
  forms!: Form[];
  @Field(() => String, { description: '会議の種類の名前。' })
  @Shown('operational')
  kindName!: string;
  @Field(() => Int, { description: '第何回か。' })
  @Shown('operational')
  number!: number;
  @Field(() => String, { description: '会議の題。' })
  @Shown('operational')
  title!: string;
  @Field(() => DateScalar, { description: '開いた日。' })
  @Shown('operational')
  heldOn!: string;
  @Field(() => String, { nullable: true, description: '始まりの時刻の予定。' })
  @Shown('operational')
  startsAt!: string | null;
  @Field(() => String, { nullable: true, description: '終わりの時刻の予定。' })
  @Shown('operational')
  endsAt!: string | null;
  @Field(() => DateTimeScalar, { nullable: true, description: '始めた時刻。' })
  @Shown('operational')
  openedAt!: string | null;
  @Field(() => DateTimeScalar, { nullable: true, description: '終えた時刻。空なら、まだ終わっていない。' })
  @Shown('operational')
  closedAt!: string | null;
  @Field(() => String, { nullable: true, description: '場所。会場向けでは空。' })
  @Shown('note')
  place!: string | null;
  @Field(() => String, { nullable: true, description: '司会。会場向けでは空。' })
  @Shown('operational')
  facilitator!: string | null;
  @Field(() => [MinutesAttendee], { description: '出席者。会場向けでは空。' })
  @Shown('operational')
  attendees!: MinutesAttendee[];
  @Field(() => [MinutesItem], { description: '議題。会場向けでは、会場に出したものだけ。' })
  @Shown('operational')
  items!: MinutesItem[];
  @Field(() => [MinutesProposal], { description: '政策提案。' })
  @Shown('operational')
  proposals!: MinutesProposal[];
  @Field(() => [MinutesCorrection], { description: '会議そのもの（出欠・時刻・場所）の訂正。会場向けでは空。' })
  @Shown('operational')
  corrections!: MinutesCorrection[];
  @Field(() => [MinutesEvent], { description: '時刻ごとの記録。事務局用だけ。' })
  @Shown('operational')
  log!: MinutesEvent[];
}
