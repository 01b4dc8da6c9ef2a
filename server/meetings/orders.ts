import { Field, ID, InputType, Int } from 'type-graphql';
import type { ConferenceKind } from '#server/access/conference-profile';
import { DateScalar } from '#server/database/scalars';
import { ConferenceKindEnum } from './states';

@InputType({ description: '会議を作る。' })
export class ConveneOrder {
  @Field(() => ConferenceKindEnum, { description: '会議の種類。' })
  kind!: ConferenceKind;
  @Field(() => String, { description: '会議の題。' })
  title!: string;
  @Field(() => DateScalar, { description: '開く日。' })
  heldOn!: string;
  @Field(() => String, { description: '場所。' })
  place!: string;
}

@InputType({ description: '会議を開く・閉じる。' })
export class SessionOrder {
  @Field(() => ID, { description: '会議。' })
  session!: string;
  @Field(() => Int, { description: '手元の会議の版。' })
  version!: number;
}

@InputType({ description: '議題に加える。事例カードか地域課題の、どちらか一つ。' })
export class AgendaOrder {
  @Field(() => ID, { description: '会議。' })
  session!: string;
  @Field(() => ID, { nullable: true, description: '承認された事例カード。' })
  card?: string | null;
  @Field(() => ID, { nullable: true, description: '承認された地域課題。' })
  issue?: string | null;
}

@InputType({ description: '議題を外す。まだ投影しておらず、役割も行動項目もないものだけ。' })
export class TakeOffOrder {
  @Field(() => ID, { description: '議題。' })
  item!: string;
  @Field(() => Int, { description: '手元の議題の版。' })
  version!: number;
}

@InputType({ description: '議題を前に出す。議題が空なら、前に出ているものを下げる。' })
export class FrontOrder {
  @Field(() => ID, { description: '会議。' })
  session!: string;
  @Field(() => ID, { nullable: true, description: '前に出す議題。' })
  item?: string | null;
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
  @Field(() => String, { description: '何をするか。' })
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

@InputType({ description: '行動項目を加える。' })
export class ActionOrder {
  @Field(() => ID, { description: '議題。' })
  item!: string;
  @Field(() => String, { description: '内容。' })
  title!: string;
  @Field(() => ID, { nullable: true, description: '担当する機関。' })
  organization?: string | null;
  @Field(() => DateScalar, { nullable: true, description: '期限。' })
  dueOn?: string | null;
}

@InputType({ description: '行動項目を書き直す。' })
export class ReviseOrder {
  @Field(() => ID, { description: '行動項目。' })
  action!: string;
  @Field(() => String, { description: '内容。' })
  title!: string;
  @Field(() => ID, { nullable: true, description: '担当する機関。' })
  organization?: string | null;
  @Field(() => DateScalar, { nullable: true, description: '期限。' })
  dueOn?: string | null;
  @Field(() => Int, { description: '手元の行動項目の版。' })
  version!: number;
}

@InputType({ description: '行動項目を済みにする・戻す。' })
export class FinishOrder {
  @Field(() => ID, { description: '行動項目。' })
  action!: string;
  @Field(() => Boolean, { description: '済みなら真。' })
  done!: boolean;
  @Field(() => Int, { description: '手元の行動項目の版。' })
  version!: number;
}

@InputType({ description: '投影機を会議に結ぶ。' })
export class PairOrder {
  @Field(() => ID, { description: '会議。' })
  session!: string;
  @Field(() => String, { description: '投影機に映っている番号。' })
  code!: string;
}

@InputType({ description: '投影機を外す。' })
export class RevokeOrder {
  @Field(() => ID, { description: '投影機。' })
  display!: string;
}
