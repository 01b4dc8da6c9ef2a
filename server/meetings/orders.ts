import { Field, ID, InputType, Int } from 'type-graphql';
import type { ConferenceKind, ReasonCode } from '#server/access/conference-profile';
import { DateScalar } from '#server/database/scalars';
import { AgendaState, ConferenceKindEnum, ReasonCodeEnum } from './states';
import { textLimits } from './text-limits';

/** A description that says how long the text may be. */
const limited = (words: string, most: number) => ({ description: `${words}（${most}文字まで）。` });

@InputType({ description: '会議を作る。' })
export class ConveneOrder {
  @Field(() => ConferenceKindEnum, { description: '会議の種類。' })
  kind!: ConferenceKind;
  @Field(() => String, limited('会議の題', textLimits.ConveneOrder.title))
  title!: string;
  @Field(() => DateScalar, { description: '開く日。' })
  heldOn!: string;
  @Field(() => String, { nullable: true, description: '始まりの時刻の予定。「13:30」の形。' })
  startsAt?: string | null;
  @Field(() => String, { nullable: true, description: '終わりの時刻の予定。「15:00」の形。' })
  endsAt?: string | null;
  @Field(() => String, limited('場所', textLimits.ConveneOrder.place))
  place!: string;
  @Field(() => ID, { nullable: true, description: '前の回。同じ種類の会議で、出席者を引き継ぐ。' })
  after?: string | null;
}

@InputType({ description: 'まだ始めていない会議の、予定を変える。' })
export class MoveOrder {
  @Field(() => ID, { description: '会議。' })
  session!: string;
  @Field(() => String, limited('会議の題', textLimits.MoveOrder.title))
  title!: string;
  @Field(() => DateScalar, { description: '開く日。' })
  heldOn!: string;
  @Field(() => String, { nullable: true, description: '始まりの時刻の予定。「13:30」の形。空なら定めない。' })
  startsAt?: string | null;
  @Field(() => String, { nullable: true, description: '終わりの時刻の予定。「15:00」の形。空なら定めない。' })
  endsAt?: string | null;
  @Field(() => String, limited('場所', textLimits.MoveOrder.place))
  place!: string;
  @Field(() => Int, { description: '手元の会議の版。' })
  version!: number;
}

@InputType({ description: 'まだ始めていない会議の、開催を取りやめる。' })
export class CancelOrder {
  @Field(() => ID, { description: '会議。' })
  session!: string;
  @Field(() => String, limited('取りやめる理由。個人が分かる言葉は書けない', textLimits.CancelOrder.reason))
  reason!: string;
  @Field(() => Int, { description: '手元の会議の版。' })
  version!: number;
}

@InputType({ description: '会議を始める・終える。取りやめを取り消す。' })
export class SessionOrder {
  @Field(() => ID, { description: '会議。' })
  session!: string;
  @Field(() => Int, { description: '手元の会議の版。' })
  version!: number;
}

@InputType({ description: '報告か架空事例の、言葉。個人が分かる言葉は書けない。' })
export class TellingOrder {
  @Field(() => String, limited('題', textLimits.TellingOrder.title))
  title!: string;
  @Field(() => String, limited('内容', textLimits.TellingOrder.words))
  words!: string;
}

@InputType({ description: '議題に加える。事例カード・地域課題・事例・報告・架空事例・依頼の、どれか一つ。' })
export class AgendaOrder {
  @Field(() => ID, { description: '会議。' })
  session!: string;
  @Field(() => ID, { nullable: true, description: '承認された事例カード。' })
  card?: string | null;
  @Field(() => ID, { nullable: true, description: '承認された地域課題。' })
  issue?: string | null;
  @Field(() => ID, { nullable: true, description: '事例。個別の事例を扱う会議だけ。' })
  case?: string | null;
  @Field(() => TellingOrder, { nullable: true, description: '報告。' })
  report?: TellingOrder | null;
  @Field(() => TellingOrder, { nullable: true, description: '架空事例。研修の会議だけ。' })
  fiction?: TellingOrder | null;
  @Field(() => ID, { nullable: true, description: '議題の依頼。依頼されたものが議題になる。' })
  request?: string | null;
  @Field(() => ReasonCodeEnum, { nullable: true, description: '支援会議で、同意なしに扱う理由。' })
  reasonCode?: ReasonCode | null;
  @Field(() => String, { nullable: true, ...limited('支援会議で、理由の説明', textLimits.AgendaOrder.reason) })
  reason?: string | null;
}

@InputType({ description: '議題を外す。まだ会場に出しておらず、役割も次にやることもないものだけ。' })
export class TakeOffOrder {
  @Field(() => ID, { description: '議題。' })
  item!: string;
  @Field(() => Int, { description: '手元の議題の版。' })
  version!: number;
}

@InputType({ description: '議題を会場に出す。議題が空なら、出ているものを下げる。' })
export class FrontOrder {
  @Field(() => ID, { description: '会議。' })
  session!: string;
  @Field(() => ID, { nullable: true, description: '会場に出す議題。' })
  item?: string | null;
  @Field(() => AgendaState, {
    nullable: true,
    description: 'いままで出ていた議題の、これからの状態。空なら済み（DONE）。まちがえて出したものは待ち（WAITING）に戻せる。',
  })
  leaving?: AgendaState | null;
  @Field(() => Int, { description: '手元の会議の版。' })
  version!: number;
}

@InputType({ description: '会議の段階を進める・戻す。' })
export class StepOrder {
  @Field(() => ID, { description: '会議。' })
  session!: string;
  @Field(() => Int, { description: '段階（0から）。' })
  step!: number;
  @Field(() => Int, { description: '手元の会議の版。' })
  version!: number;
}

@InputType({ description: '役割を加える。' })
export class RoleOrder {
  @Field(() => ID, { description: '議題。' })
  item!: string;
  @Field(() => String, limited('何をするか', textLimits.RoleOrder.title))
  title!: string;
  @Field(() => ID, { nullable: true, description: '担う機関。空なら募集中。' })
  organization?: string | null;
}

@InputType({ description: '役割を担う機関を決める・替える。' })
export class AssignOrder {
  @Field(() => ID, { description: '役割。' })
  role!: string;
  @Field(() => ID, { nullable: true, description: '担う機関。空なら募集中に戻す。' })
  organization?: string | null;
  @Field(() => Int, { description: '手元の役割の版。' })
  version!: number;
}

@InputType({ description: '次にやることを加える。' })
export class ActionOrder {
  @Field(() => ID, { description: '議題。' })
  item!: string;
  @Field(() => String, limited('何をするか', textLimits.ActionOrder.title))
  title!: string;
  @Field(() => ID, { nullable: true, description: '担う機関。' })
  organization?: string | null;
  @Field(() => DateScalar, { nullable: true, description: '期限。' })
  dueOn?: string | null;
}

@InputType({ description: '次にやることを書き直す。' })
export class ReviseOrder {
  @Field(() => ID, { description: '次にやること。' })
  action!: string;
  @Field(() => String, limited('何をするか', textLimits.ReviseOrder.title))
  title!: string;
  @Field(() => ID, { nullable: true, description: '担う機関。' })
  organization?: string | null;
  @Field(() => DateScalar, { nullable: true, description: '期限。' })
  dueOn?: string | null;
  @Field(() => Int, { description: '手元の次にやることの版。' })
  version!: number;
}

@InputType({ description: '次にやることを済みにする・戻す。' })
export class FinishOrder {
  @Field(() => ID, { description: '次にやること。' })
  action!: string;
  @Field(() => Boolean, { description: '済みなら真。' })
  done!: boolean;
  @Field(() => Int, { description: '手元の次にやることの版。' })
  version!: number;
}

@InputType({ description: '会場の画面を会議につなぐ。' })
export class PairOrder {
  @Field(() => ID, { description: '会議。' })
  session!: string;
  @Field(() => String, { description: '会場の画面に映っているコード（6文字）。' })
  code!: string;
}

@InputType({ description: '会場の画面の表示を終える。' })
export class RevokeOrder {
  @Field(() => ID, { description: '会場の画面。' })
  display!: string;
}
