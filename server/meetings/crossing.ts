import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, PrimaryGeneratedColumn } from 'typeorm';
import { Case } from '#server/casework/case';
import { DateScalar, DateTimeScalar } from '#server/database/scalars';
import { Row, Shown } from '#server/database/shape';
import { Session } from './session';

/** Days of the city between the first 支援会議 on the case and the crossing. */
const waited = (t: string) => `((${t}.crossed_at at time zone 'Asia/Tokyo')::date - ${t}.waiting_since)`;

/** One case that moved from a 支援会議 to a 重層的支援会議 once the person had agreed. Known to the members of the 支援会議 alone. */
@ObjectType({ description: '支援会議から重層的支援会議への引き継ぎの一件。支援会議の構成員だけが読める。' })
@Row('core.crossing', { subject: 'case_id', session: 'session_id' })
export class Crossing {
  @Field(() => ID, { description: '引き継ぎの識別子。' })
  @PrimaryGeneratedColumn('uuid')
  @Shown('operational')
  id!: string;

  @Column('uuid')
  sessionId!: string;

  @Column('boolean')
  restricted!: boolean;

  @Column('uuid')
  targetId!: string;

  @Column('uuid')
  caseId!: string;

  @Column('uuid')
  consentId!: string;

  @Field(() => Session, { nullable: true, description: 'もとの支援会議。' })
  @Shown('operational', { one: 'session_id' })
  session!: Session | null;

  @Field(() => Session, { nullable: true, description: '引き継いだ先の会議。' })
  @Shown('operational', { one: 'target_id' })
  target!: Session | null;

  @Field(() => Case, { nullable: true, description: '事例。' })
  @Shown('operational', { one: 'case_id' })
  case!: Case | null;

  @Field(() => DateScalar, { description: 'この事例の、初めての支援会議の日。' })
  @Column('date')
  @Shown('operational')
  waitingSince!: string;

  @Field(() => DateTimeScalar, { description: '引き継いだ時刻。' })
  @Column('timestamptz')
  @Shown('operational')
  crossedAt!: string;

  @Field(() => Int, { description: '待った日数。' })
  @Shown('operational', { sql: waited })
  waitedDays!: number;

  @Field(() => Int, { description: '引き継いだ項目の数。' })
  @Shown('operational', { sql: (t) => `(select count(*)::int from core.crossing_item i where i.crossing_id = ${t}.id)` })
  itemCount!: number;

  @Column('uuid')
  crossedBy!: string;
}
