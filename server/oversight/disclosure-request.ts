import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, PrimaryColumn } from 'typeorm';
import { DateScalar, DateTimeScalar } from '#server/database/scalars';
import { Row, Shown } from '#server/database/shape';
import { Staff } from '#server/directory/staff';
import { DisclosureDecision, DisclosureGround, DisclosureState, Requester } from './words';

/** One reader's readings of one day, to be decided on. */
@ObjectType({ description: '本人開示の下書きの一行。だれが、いつ、どの区分の項目を見たか。' })
@Row('hub.disclosure_row')
export class DisclosureRow {
  @Field(() => ID, { description: '行の識別子。' })
  @PrimaryColumn('uuid')
  @Shown('operational')
  id!: string;

  @Column('uuid')
  disclosureId!: string;

  @Column('uuid')
  personId!: string;

  @Field(() => String, { description: '見た人（職員・仕組み・会場の画面）の識別子。' })
  @Column('text')
  @Shown('sensitive')
  reader!: string;

  @Column('uuid', { nullable: true })
  staffId!: string | null;

  @Field(() => Staff, { nullable: true, description: '見た職員。職員でなければ空。' })
  @Shown('sensitive', { one: 'staff_id' })
  staff!: Staff | null;

  @Field(() => DateScalar, { description: '見た日。' })
  @Column('date')
  @Shown('sensitive')
  day!: string;

  @Field(() => DateTimeScalar, { description: 'その日のはじめの時刻。' })
  @Column('timestamptz')
  @Shown('sensitive')
  firstAt!: Date;

  @Field(() => DateTimeScalar, { description: 'その日の終わりの時刻。' })
  @Column('timestamptz')
  @Shown('sensitive')
  lastAt!: Date;

  @Field(() => Int, { description: '回数。' })
  @Column('int')
  @Shown('sensitive')
  reads!: number;

  @Field(() => [String], { description: '見ようとした項目の区分。実際には表示を控えたものも入る。' })
  @Column('text', { array: true })
  @Shown('sensitive')
  classes!: string[];

  @Field(() => DisclosureGround, { nullable: true, description: 'はじめから存否応答拒否の印を付けた理由。' })
  @Column('text', { nullable: true })
  @Shown('sensitive')
  ground!: DisclosureGround | null;

  @Field(() => DisclosureDecision, { description: '開示するかどうか。人が決めるまでは下書き。' })
  @Column('text')
  @Shown('sensitive')
  decision!: DisclosureDecision;

  @Field(() => String, { nullable: true, description: '決めた理由。' })
  @Column('text', { nullable: true })
  @Shown('note')
  reason!: string | null;

  @Column('uuid', { nullable: true })
  decidedBy!: string | null;

  @Field(() => Staff, { nullable: true, description: '決めた人。' })
  @Shown('operational', { one: 'decided_by' })
  decider!: Staff | null;

  @Field(() => DateTimeScalar, { nullable: true, description: '決めた時刻。' })
  @Column('timestamptz', { nullable: true })
  @Shown('operational')
  decidedAt!: Date | null;

  @Field(() => Int, { description: '版。変更のときに添える。' })
  @Column('int')
  @Shown('operational')
  version!: number;
}

/** 本人開示: asked at a window, drafted and decided on by the disclosure officer, and never answered by the hub itself. */
@ObjectType({ description: '本人開示の請求と、その下書き。開示担当だけが見る。ハブが本人に答えることはない。' })
@Row('hub.disclosure_request')
export class DisclosureRequest {
  @Field(() => ID, { description: '請求の識別子。' })
  @PrimaryColumn('uuid')
  @Shown('operational')
  id!: string;

  @Column('uuid')
  personId!: string;

  @Column('uuid')
  caseId!: string;

  @Field(() => String, { description: '事例番号。' })
  @Column('text')
  @Shown('operational')
  caseCode!: string;

  @Field(() => Requester, { description: '請求した人。' })
  @Column('text')
  @Shown('operational')
  requester!: Requester;

  @Field(() => DateScalar, { description: '請求を受けた日。' })
  @Column('date')
  @Shown('operational')
  receivedOn!: string;

  @Column('uuid')
  askedBy!: string;

  @Field(() => Staff, { nullable: true, description: '受け付けた職員。' })
  @Shown('operational', { one: 'asked_by' })
  asker!: Staff | null;

  @Field(() => DisclosureState, { description: '状態。' })
  @Column('text')
  @Shown('operational')
  state!: DisclosureState;

  @Field(() => Boolean, {
    nullable: true,
    description: '本人か世帯のだれかに保護措置があるか。あれば、代理人を保護と照らし合わせる。下書きの前は空。',
  })
  @Column('boolean', { nullable: true })
  @Shown('sensitive')
  protectionNear!: boolean | null;

  @Column('uuid', { nullable: true })
  draftedBy!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: '下書きを作った時刻。' })
  @Column('timestamptz', { nullable: true })
  @Shown('operational')
  draftedAt!: Date | null;

  @Column('uuid', { nullable: true })
  doneBy!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: '閉じた時刻。' })
  @Column('timestamptz', { nullable: true })
  @Shown('operational')
  doneAt!: Date | null;

  @Field(() => Int, { description: 'まだ人が決めていない行の数。' })
  @Shown('operational', {
    sql: (t) => `(select count(*)::int from hub.disclosure_row r where r.disclosure_id = ${t}.id and r.decided_by is null)`,
  })
  undecided!: number;

  @Field(() => [DisclosureRow], { description: '行。新しい日から。' })
  @Shown('operational', { many: 'disclosure_id', order: (u) => `${u}.position, ${u}.id` })
  rows!: DisclosureRow[];

  @Field(() => Int, { description: '版。変更のときに添える。' })
  @Column('int')
  @Shown('operational')
  version!: number;
}
