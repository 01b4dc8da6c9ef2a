import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Column, PrimaryColumn } from 'typeorm';
import { DateScalar, DateTimeScalar } from '#server/database/scalars';
import { Row, Shown } from '#server/database/shape';
import { Staff } from '#server/directory/staff';
import { Case } from './case';

export const GlassCategory = { LIFE: 'LIFE', ABUSE: 'ABUSE', DISASTER: 'DISASTER', MISSING: 'MISSING', OTHER: 'OTHER' } as const;
export type GlassCategory = keyof typeof GlassCategory;
registerEnumType(GlassCategory, {
  name: 'GlassCategory',
  description: '緊急閲覧の理由の区分。',
  valuesConfig: {
    LIFE: { description: '生命・身体の危険。' },
    ABUSE: { description: '虐待の疑い。' },
    DISASTER: { description: '災害・避難。' },
    MISSING: { description: '行方不明・安否の確認。' },
    OTHER: { description: 'そのほか。' },
  },
});

export const GlassOutcome = { PROPER: 'PROPER', IMPROPER: 'IMPROPER' } as const;
export type GlassOutcome = keyof typeof GlassOutcome;
registerEnumType(GlassOutcome, {
  name: 'GlassOutcome',
  description: '緊急閲覧を確かめた結果。',
  valuesConfig: { PROPER: { description: '適切。' }, IMPROPER: { description: '不適切。' } },
});

const ended = (t: string) => `(${t}.ended_at is not null or ${t}.until <= now())`;

/**
 * 緊急閲覧: one person opened to one member of staff for a while, with a reason. Read by the 担当 that were told of it and by coordinators, one of
 * whom reviews it afterwards. It says nothing of why the person was closed.
 */
@ObjectType({ description: '緊急閲覧の一件。知らされた担当と多機関協働コーディネーターが読み、開いた人でない一人が後から確かめる。' })
@Row('core.break_glass')
export class BrokenGlass {
  @Field(() => ID, { description: '緊急閲覧の識別子。' })
  @PrimaryColumn('uuid')
  @Shown('operational')
  id!: string;

  @Column('uuid')
  personId!: string;

  @Column('uuid')
  caseId!: string;

  @Field(() => String, { description: '開いた事例の番号。' })
  @Column('text')
  @Shown('operational')
  caseCode!: string;

  @Field(() => Case, { nullable: true, description: '開いた事例。見てよいものでなければ空。' })
  @Shown('operational', { one: 'case_id' })
  case!: Case | null;

  @Column('uuid')
  staffId!: string;

  @Field(() => Staff, { nullable: true, description: '開いた職員。' })
  @Shown('operational', { one: 'staff_id' })
  staff!: Staff | null;

  @Field(() => Boolean, { description: '自分が開いたものか。' })
  @Shown('operational', { sql: (t) => `hub.is_me(${t}.staff_id)` })
  mine!: boolean;

  @Field(() => GlassCategory, { description: '理由の区分。' })
  @Column('text')
  @Shown('operational')
  category!: GlassCategory;

  @Field(() => String, { description: '理由。' })
  @Column('text')
  @Shown('note')
  reason!: string;

  @Column('text', { array: true })
  teams!: string[];

  @Field(() => DateTimeScalar, { description: '開いた時刻。' })
  @Column('timestamptz')
  @Shown('operational')
  openedAt!: Date;

  @Field(() => DateTimeScalar, { description: 'いつまで開いているか。' })
  @Column('timestamptz')
  @Shown('operational')
  until!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: '時間の前に終えた時刻。' })
  @Column('timestamptz', { nullable: true })
  @Shown('operational')
  endedAt!: Date | null;

  @Field(() => Boolean, { description: 'もう終わったか。' })
  @Shown('operational', { sql: ended })
  ended!: boolean;

  @Field(() => DateScalar, { description: 'いつまでに確かめるか。' })
  @Column('date')
  @Shown('operational')
  reviewBy!: string;

  @Field(() => Boolean, { description: '確かめる期限を過ぎたか。' })
  @Shown('operational', { sql: (t) => `(${t}.reviewed_at is null and ${t}.review_by < hub.today())` })
  overdue!: boolean;

  @Column('uuid', { nullable: true })
  reviewedBy!: string | null;

  @Field(() => Staff, { nullable: true, description: '確かめた職員。' })
  @Shown('operational', { one: 'reviewed_by' })
  reviewer!: Staff | null;

  @Field(() => DateTimeScalar, { nullable: true, description: '確かめた時刻。' })
  @Column('timestamptz', { nullable: true })
  @Shown('operational')
  reviewedAt!: Date | null;

  @Field(() => GlassOutcome, { nullable: true, description: '結果。' })
  @Column('text', { nullable: true })
  @Shown('operational')
  outcome!: GlassOutcome | null;

  @Field(() => String, { nullable: true, description: '確かめた人の記録。' })
  @Column('text', { nullable: true })
  @Shown('note')
  reviewNote!: string | null;

  @Field(() => Int, { description: '版。変更のときに添える。' })
  @Column('int')
  @Shown('operational')
  version!: number;
}
