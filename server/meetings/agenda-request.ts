import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, PrimaryGeneratedColumn } from 'typeorm';
import type { ConferenceKind } from '#server/access/conference-profile';
import { DateTimeScalar } from '#server/database/scalars';
import { Row, Shown } from '#server/database/shape';
import { Staff } from '#server/directory/staff';
import { Team } from '#server/directory/team';
import { CommunityIssue } from '#server/resources/community-issue';
import { CaseCard } from './case-card';
import { kindName } from './kinds/registry';
import { RequestedCase } from './requested-case';
import { Session } from './session';
import { AgendaKind, ConferenceKindEnum, RequestState } from './states';

/** Read under the walls of the item that names the request: of a 支援会議 its members alone see that it was taken. */
const taken = (t: string, what: string) => `(select ${what} from core.agenda_item a where a.request_id = ${t}.id)`;
const became = `min(case when (select s.status from core.session s where s.id = a.session_id) <> 'CLOSED' then 'TAKEN'
  when a.state = 'WAITING' then 'PASSED_OVER' else 'SETTLED' end)`;
const stateOf = (t: string) =>
  `case when ${t}.withdrawn_at is not null then 'WITHDRAWN' when ${t}.declined_at is not null then 'DECLINED' else coalesce(${taken(t, became)}, 'ASKED') end`;
/** Items that took it on the agenda of a session that was then called off, as SQL on its row. */
const released = (t: string) => `from core.agenda_item a where a.released_request_id = ${t}.id`;
/** When the log of the session first names the item, and when the session was moved or closed since. */
const told = `max(greatest((select min(e.at) from hub.board_event e where e.session_id = a.session_id and e.audience = 'console' and e.subject_id = a.id),
  (select max(e.at) from hub.board_event e where e.session_id = a.session_id and e.audience = 'console' and e.kind in ('SESSION_MOVED', 'SESSION_CLOSED'))))`;

/** When something last became of a request, as SQL on its row. */
export const changedAt = (t: string) =>
  `greatest(${t}.requested_at, ${t}.declined_at, ${t}.withdrawn_at, ${taken(t, told)},
    (select max(s.cancelled_at) from core.session s where s.id in (select a.session_id ${released(t)})))`;

/** 議題の依頼: what a 担当 asks the next session of a kind to speak of. */
@ObjectType({
  description:
    '議題の依頼。ある種類の会議の次の回で話してほしいこと。依頼した担当と、議題を決める人に見える。支援会議への依頼は、依頼した人とコーディネーターにだけ。',
})
@Row('core.agenda_request')
export class AgendaRequest {
  @Field(() => ID, { description: '依頼の識別子。' })
  @PrimaryGeneratedColumn('uuid')
  @Shown('operational')
  id!: string;

  @Field(() => ConferenceKindEnum, { description: 'どの種類の会議に依頼したか。' })
  @Column('text')
  @Shown('operational')
  kind!: ConferenceKind;

  @Field(() => String, { description: '会議の種類の名前。' })
  @Shown('operational', { sql: kindName })
  kindName!: string;

  @Column('boolean')
  restricted!: boolean;

  @Field(() => AgendaKind, { description: '何を議題にしてほしいか。' })
  @Column('text')
  @Shown('operational')
  matter!: Exclude<AgendaKind, 'FICTION'>;

  @Column('uuid', { nullable: true })
  cardId!: string | null;

  @Column('uuid', { nullable: true })
  issueId!: string | null;

  @Field(() => CaseCard, { nullable: true, description: '事例カード。' })
  @Shown('operational', { one: 'card_id' })
  card!: CaseCard | null;

  @Field(() => CommunityIssue, { nullable: true, description: '地域課題。' })
  @Shown('operational', { one: 'issue_id' })
  issue!: CommunityIssue | null;

  @Field(() => RequestedCase, { nullable: true, description: '事例と、その依頼の理由。その事例を見てよい人にだけ。' })
  @Shown('operational', { on: (t, u) => `${u}.request_id = ${t}.id` })
  requestedCase!: RequestedCase | null;

  @Field(() => String, { nullable: true, description: '報告の題。' })
  @Column('text', { nullable: true })
  @Shown('operational')
  title!: string | null;

  @Field(() => String, { nullable: true, description: '報告の内容。' })
  @Column('text', { nullable: true })
  @Shown('operational')
  words!: string | null;

  @Field(() => String, { nullable: true, description: '依頼の理由。事例では requestedCase にある。' })
  @Column('text', { nullable: true })
  @Shown('operational')
  reason!: string | null;

  @Column('text')
  teamId!: string;

  @Field(() => Team, { nullable: true, description: '依頼した担当。' })
  @Shown('operational', { one: 'team_id' })
  team!: Team | null;

  @Column('uuid', { name: 'requested_by' })
  requestedById!: string;

  @Field(() => Staff, { nullable: true, description: '依頼した人。' })
  @Shown('operational', { one: 'requested_by' })
  requestedBy!: Staff | null;

  @Field(() => DateTimeScalar, { description: '依頼した時刻。' })
  @Column({ type: 'timestamptz', insert: false, update: false })
  @Shown('operational')
  requestedAt!: Date;

  @Field(() => RequestState, { description: '依頼の状態。' })
  @Shown('operational', { sql: stateOf })
  state!: RequestState;

  @Field(() => Boolean, { description: '議題になった会議が取りやめになり、次の回を待っているか。支援会議では、出席者にだけ伝わる。' })
  @Shown('operational', { sql: (t) => `(${stateOf(t)} = 'ASKED' and exists (select 1 ${released(t)}))` })
  waitsAgain!: boolean;

  @Field(() => Session, { nullable: true, description: '議題になった会議。まだなら空。' })
  @Shown('operational', { on: (t, u) => `${u}.id in (select a.session_id from core.agenda_item a where a.request_id = ${t}.id)` })
  takenUpBy!: Session | null;

  @Field(() => DateTimeScalar, { description: '依頼の状態か、議題になった会議の予定が、最後に変わった時刻。' })
  @Shown('operational', { sql: changedAt })
  changedAt!: Date;

  @Column('uuid', { name: 'declined_by', nullable: true })
  declinedById!: string | null;

  @Column('timestamptz', { nullable: true })
  declinedAt!: Date | null;

  @Field(() => String, { nullable: true, description: '見送った理由。' })
  @Column('text', { nullable: true })
  @Shown('operational')
  declinedBecause!: string | null;

  @Column('timestamptz', { nullable: true })
  withdrawnAt!: Date | null;

  @Field(() => Int, { description: '版。変更のときに添える。' })
  @Column('int')
  @Shown('operational')
  version!: number;
}
