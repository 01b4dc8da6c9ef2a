import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Case } from '#server/casework/case';
import { DateScalar } from '#server/database/scalars';
import { Shown, View } from '#server/database/shape';
import { CommunityIssue } from '#server/resources/community-issue';
import { AgendaRequest } from './agenda-request';
import { CaseCard } from './case-card';
import { OfferReason } from './states';

/** 議題の候補: what may come on the agenda of a session, and why. There for those who make the agenda, and nothing that is on it already. */
@ObjectType({ description: '議題の候補と、そのわけ。議題を決める人にだけある。もう議題にあるものは入らない。' })
@View('core.offered_matter', { keyType: 'text', subject: 'case_id', session: 'session_id' })
export class OfferedMatter {
  @Field(() => ID, { description: '識別子。' })
  @Shown('operational')
  id!: string;

  @Field(() => OfferReason, { description: '候補になっているわけ。' })
  @Shown('operational')
  why!: OfferReason;

  @Field(() => AgendaRequest, { nullable: true, description: '依頼。' })
  @Shown('operational', { one: 'request_id' })
  request!: AgendaRequest | null;

  @Field(() => Case, { nullable: true, description: '事例。' })
  @Shown('operational', { one: 'case_id' })
  case!: Case | null;

  @Field(() => CaseCard, { nullable: true, description: '事例カード。' })
  @Shown('operational', { one: 'card_id' })
  card!: CaseCard | null;

  @Field(() => CommunityIssue, { nullable: true, description: '地域課題。' })
  @Shown('operational', { one: 'issue_id' })
  issue!: CommunityIssue | null;

  @Field(() => DateScalar, { nullable: true, description: 'いちばん早い期限、またはモニタリングの日。' })
  @Shown('operational')
  dueOn!: string | null;

  @Field(() => Int, { description: '前の回までの保留の数。' })
  @Shown('operational')
  deferred!: number;

  @Field(() => Int, { description: '前の回までの、終わっていない「次にやること」の数。' })
  @Shown('operational')
  unfinished!: number;
}
