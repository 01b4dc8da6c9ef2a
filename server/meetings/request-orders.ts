import { Field, ID, InputType, Int } from 'type-graphql';
import type { ConferenceKind, ReasonCode } from '#server/access/conference-profile';
import { TellingOrder } from './orders';
import { ConferenceKindEnum, ReasonCodeEnum } from './states';
import { textLimits } from './text-limits';

@InputType({ description: '次の回の議題にしてほしいことを依頼する。事例・事例カード・地域課題・報告の、どれか一つ。' })
export class RequestOrder {
  @Field(() => ConferenceKindEnum, { description: 'どの種類の会議にか。' })
  kind!: ConferenceKind;
  @Field(() => ID, { nullable: true, description: '担当する事例。' })
  case?: string | null;
  @Field(() => ID, { nullable: true, description: '承認された事例カード。' })
  card?: string | null;
  @Field(() => ID, { nullable: true, description: '承認された地域課題。' })
  issue?: string | null;
  @Field(() => TellingOrder, { nullable: true, description: '報告。' })
  report?: TellingOrder | null;
  @Field(() => String, { description: `なぜ話し合いたいか（${textLimits.RequestOrder.reason}文字まで）。` })
  reason!: string;
  @Field(() => ReasonCodeEnum, { nullable: true, description: '支援会議への依頼で、同意なしに扱う理由。' })
  reasonCode?: ReasonCode | null;
}

@InputType({ description: '依頼を取り下げる。依頼した担当が行う。' })
export class WithdrawRequestOrder {
  @Field(() => ID, { description: '依頼。' })
  request!: string;
  @Field(() => Int, { description: '手元の版。' })
  version!: number;
}

@InputType({ description: '依頼を見送る。理由は、依頼した担当に伝わる。' })
export class DeclineOrder {
  @Field(() => ID, { description: '依頼。' })
  request!: string;
  @Field(() => String, { description: `見送る理由。個人が分かることは書けない（${textLimits.DeclineOrder.reason}文字まで）。` })
  reason!: string;
  @Field(() => Int, { description: '手元の版。' })
  version!: number;
}
