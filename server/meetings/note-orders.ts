import { Field, ID, InputType, Int } from 'type-graphql';
import { Focus, NoteKind } from './states';
import { textLimits } from './text-limits';

@InputType({ description: '会議で出た声を書きとめる。' })
export class NoteOrder {
  @Field(() => ID, { description: '議題。' })
  item!: string;
  @Field(() => NoteKind, { description: '声の種類。会議の種類ごとに決まっている。' })
  kind!: NoteKind;
  @Field(() => String, { description: `言われたこと（${textLimits.NoteOrder.title}文字まで）。` })
  title!: string;
}

@InputType({ description: '声を書き直す。' })
export class RewordNoteOrder {
  @Field(() => ID, { description: '声。' })
  note!: string;
  @Field(() => String, { description: `言われたこと（${textLimits.RewordNoteOrder.title}文字まで）。` })
  title!: string;
  @Field(() => Int, { description: '手元の声の版。' })
  version!: number;
}

@InputType({ description: '声を取り消す・戻す。' })
export class TakeNoteOrder {
  @Field(() => ID, { description: '声。' })
  note!: string;
  @Field(() => Boolean, { description: '取り消すなら真。' })
  taken!: boolean;
  @Field(() => Int, { description: '手元の声の版。' })
  version!: number;
}

@InputType({ description: '声を会場から下げる・会場に出す。' })
export class HoldNoteOrder {
  @Field(() => ID, { description: '声。' })
  note!: string;
  @Field(() => Boolean, { description: '下げるなら真。' })
  held!: boolean;
  @Field(() => Int, { description: '手元の声の版。' })
  version!: number;
}

@InputType({ description: '足りない社会資源の声から、地域課題を起こす。' })
export class IssueOrder {
  @Field(() => ID, { description: '声。' })
  note!: string;
  @Field(() => String, { description: `地域課題の説明（${textLimits.IssueOrder.description}文字まで）。個人が分かることは書かない。` })
  description!: string;
  @Field(() => Int, { description: '手元の声の版。' })
  version!: number;
}

@InputType({ description: '声から起こした地域課題を確かめ、議題に加える。起こした人とは別の人が行う。' })
export class ApproveIssueOrder {
  @Field(() => ID, { description: '声。' })
  note!: string;
  @Field(() => Int, { description: '手元の声の版。' })
  version!: number;
}

@InputType({ description: '会場の画面に出すものを選ぶ。' })
export class FocusOrder {
  @Field(() => ID, { description: '会議。' })
  session!: string;
  @Field(() => Focus, { description: '出すもの。会議の種類ごとに決まっている。' })
  focus!: Focus;
  @Field(() => ID, { nullable: true, description: '出す指標。focus が INDICATOR のときに要る。' })
  indicator?: string | null;
}

@InputType({ description: 'まちがえて加えた役割を、10分のうちに取り消す。' })
export class TakeBackRoleOrder {
  @Field(() => ID, { description: '役割。' })
  role!: string;
  @Field(() => Int, { description: '手元の役割の版。' })
  version!: number;
}

@InputType({ description: 'まちがえて加えた「次にやること」を、10分のうちに取り消す。' })
export class TakeBackActionOrder {
  @Field(() => ID, { description: '次にやること。' })
  action!: string;
  @Field(() => Int, { description: '手元の次にやることの版。' })
  version!: number;
}
