import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, PrimaryColumn } from 'typeorm';
import { DateTimeScalar } from '#server/database/scalars';
import { Row, Shown } from '#server/database/shape';
import { Staff } from '#server/directory/staff';
import { ExposureKind, SubjectKind } from './words';

/** Somebody whose record went out. A key; who it is, those who serve them can tell. */
@ObjectType({ description: '記録が見られた本人・事例・世帯。識別子だけで、だれであるかは担当だけが分かる。' })
@Row('hub.exposure_subject', { subject: 'subject_id' })
export class ExposureSubject {
  @Field(() => ID, { description: '行の識別子。' })
  @PrimaryColumn('uuid')
  @Shown('operational')
  id!: string;

  @Column('uuid')
  reportId!: string;

  @Field(() => ID, { description: '本人・事例・世帯の識別子。' })
  @Column('uuid')
  @Shown('sensitive')
  subjectId!: string;

  @Field(() => SubjectKind, { description: '記録の持ち主。' })
  @Column('text')
  @Shown('sensitive')
  kind!: SubjectKind;

  @Field(() => Int, { description: '回数。' })
  @Column('int')
  @Shown('sensitive')
  reads!: number;

  @Field(() => [String], { description: '見ようとした項目の区分。' })
  @Column('text', { array: true })
  @Shown('sensitive')
  classes!: string[];

  @Field(() => DateTimeScalar, { description: 'はじめの時刻。' })
  @Column('timestamptz')
  @Shown('sensitive')
  firstAt!: Date;

  @Field(() => DateTimeScalar, { description: '終わりの時刻。' })
  @Column('timestamptz')
  @Shown('sensitive')
  lastAt!: Date;
}

/** Whose records could have been seen: the ground of a breach report (個人情報保護法68条: 速報). */
@ObjectType({ description: 'だれの記録が見られたおそれがあるかの調べ（個人情報保護法68条の報告のもと）。' })
@Row('hub.exposure_report')
export class ExposureReport {
  @Field(() => ID, { description: '調べの識別子。' })
  @PrimaryColumn('uuid')
  @Shown('operational')
  id!: string;

  @Field(() => ExposureKind, { description: '対象の種類。' })
  @Column('text')
  @Shown('operational')
  kind!: ExposureKind;

  @Field(() => ID, { description: '対象の識別子。' })
  @Column('uuid')
  @Shown('operational')
  target!: string;

  @Field(() => Staff, { nullable: true, description: '対象の職員。職員でなければ空。' })
  @Shown('operational', { on: (t, u) => `${t}.kind = 'STAFF' and ${u}.id = ${t}.target` })
  staff!: Staff | null;

  @Field(() => DateTimeScalar, { description: 'いつから。' })
  @Column('timestamptz')
  @Shown('operational')
  since!: Date;

  @Field(() => DateTimeScalar, { description: 'いつまで。' })
  @Column('timestamptz')
  @Shown('operational')
  until!: Date;

  @Field(() => String, { description: '調べた理由。' })
  @Column('text')
  @Shown('operational')
  reason!: string;

  @Field(() => Int, { description: '閲覧の回数。' })
  @Column('int')
  @Shown('operational')
  reads!: number;

  @Field(() => Int, { description: '本人の数。' })
  @Column('int')
  @Shown('operational')
  persons!: number;

  @Field(() => Int, { description: '事例の数。' })
  @Column('int')
  @Shown('operational')
  cases!: number;

  @Field(() => Int, { description: '世帯の数。' })
  @Column('int')
  @Shown('operational')
  households!: number;

  @Field(() => Int, { description: '一度に500件を超えて読まれ、名前を書ききれなかった数（のべ）。' })
  @Column('int')
  @Shown('operational')
  beyond!: number;

  @Column('uuid')
  madeBy!: string;

  @Field(() => DateTimeScalar, { description: '調べた時刻。' })
  @Column('timestamptz')
  @Shown('operational')
  madeAt!: Date;

  @Field(() => [ExposureSubject], { description: '記録が見られた本人・事例・世帯。回数の多い順。' })
  @Shown('operational', { many: 'report_id', order: (u) => `${u}.kind desc, ${u}.reads desc, ${u}.id` })
  subjects!: ExposureSubject[];
}
