import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, PrimaryGeneratedColumn } from 'typeorm';
import { openedLine } from '#server/casework/opened';
import { DateTimeScalar } from '#server/database/scalars';
import { Row, Shown } from '#server/database/shape';
import { Staff } from '#server/directory/staff';

const line = (t: string) => `coalesce(${t}.role_id, ${t}.action_item_id, ${t}.decision_id, ${t}.note_id)`;

/** 訂正 of the record of a session that has ended. What stood there stays in the record and in the log; this stands beside it. */
@ObjectType({ description: '終わった会議の記録の訂正。もとの言葉は消えずに残り、その横に並ぶ。' })
@Row('core.correction', { subject: 'case_id', session: 'session_id', opened: openedLine })
export class Correction {
  @Field(() => ID, { description: '訂正の識別子。' })
  @PrimaryGeneratedColumn('uuid')
  @Shown('operational')
  id!: string;

  @Field(() => ID, { description: '会議。' })
  @Column('uuid')
  @Shown('operational')
  sessionId!: string;

  @Column('boolean')
  restricted!: boolean;

  @Field(() => ID, { nullable: true, description: '議題。会議そのもの（出欠・時刻・場所）の訂正では空。' })
  @Column('uuid', { nullable: true })
  @Shown('operational')
  agendaItemId!: string | null;

  @Column('uuid', { nullable: true })
  caseId!: string | null;

  @Column('uuid', { nullable: true })
  roleId!: string | null;

  @Column('uuid', { nullable: true })
  actionItemId!: string | null;

  @Column('uuid', { nullable: true })
  decisionId!: string | null;

  @Column('uuid', { nullable: true })
  noteId!: string | null;

  @Field(() => ID, { nullable: true, description: '訂正する行（声・役割・次にやること・決まったこと）。書き落としの訂正では空。' })
  @Shown('operational', { sql: line })
  lineId!: string | null;

  @Field(() => String, { nullable: true, description: 'もとの言葉。書き落としの訂正では空。' })
  @Column('text', { nullable: true })
  @Shown('operational')
  was!: string | null;

  @Field(() => String, { description: '正しい言葉。' })
  @Column('text')
  @Shown('operational')
  title!: string;

  @Field(() => String, { nullable: true, description: '訂正の理由。あなたに開かれていなければ空。' })
  @Column('text')
  @Shown('note')
  reason!: string;

  @Field(() => Boolean, { description: '会場向けでは、もとの言葉を伏せるか。' })
  @Column('boolean')
  @Shown('operational')
  masks!: boolean;

  @Column('uuid', { name: 'made_by' })
  madeById!: string;

  @Field(() => Staff, { nullable: true, description: '訂正を書いた人。' })
  @Shown('operational', { one: 'made_by' })
  madeBy!: Staff | null;

  @Field(() => DateTimeScalar, { description: '訂正を書いた時刻。' })
  @Column({ type: 'timestamptz', insert: false, update: false })
  @Shown('operational')
  madeAt!: Date;

  @Column('boolean')
  takesTwo!: boolean;

  @Column('uuid', { name: 'approved_by', nullable: true })
  approvedById!: string | null;

  @Field(() => Staff, { nullable: true, description: '確かめた、別の人。' })
  @Shown('operational', { one: 'approved_by' })
  approvedBy!: Staff | null;

  @Column('timestamptz', { nullable: true })
  approvedAt!: Date | null;

  @Column('uuid', { name: 'refused_by', nullable: true })
  refusedById!: string | null;

  @Field(() => Staff, { nullable: true, description: '差し戻した、別の人。' })
  @Shown('operational', { one: 'refused_by' })
  refusedBy!: Staff | null;

  @Column('timestamptz', { nullable: true })
  refusedAt!: Date | null;

  @Field(() => String, { nullable: true, description: '差し戻した理由。差し戻した訂正は立たない。あなたに開かれていなければ空。' })
  @Column('text', { nullable: true })
  @Shown('note')
  refusal!: string | null;

  @Field(() => Boolean, { description: '訂正として立っているか。別の人が確かめる種類の会議では、確かめられてから。' })
  @Shown('operational', { sql: (t) => `(not ${t}.takes_two or ${t}.approved_by is not null)` })
  stands!: boolean;

  @Field(() => Int, { description: '版。変更のときに添える。' })
  @Column('int')
  @Shown('operational')
  version!: number;
}
