import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, PrimaryGeneratedColumn } from 'typeorm';
import { DateScalar, DateTimeScalar } from '#server/database/scalars';
import { Row, Shown } from '#server/database/shape';
import { Team } from '#server/directory/team';

/** A case that its 主担当 has to look at again by a day, because what it rests on has changed. */
@ObjectType({ description: '見直し。土台が変わった事例を、主担当がいつまでに見直すか。' })
@Row('core.case_review', { subject: 'case_id' })
export class CaseReview {
  @Field(() => ID, { description: '見直しの識別子。' })
  @PrimaryGeneratedColumn('uuid')
  @Shown('operational')
  id!: string;

  @Field(() => ID, { description: '事例の識別子。' })
  @Column('uuid')
  @Shown('operational')
  caseId!: string;

  @Field(() => String, { description: '事例番号。' })
  @Shown('operational', { sql: (t) => `(select c.code from core.support_case c where c.id = ${t}.case_id)` })
  caseCode!: string;

  @Column('text')
  teamId!: string;

  @Field(() => Team, { nullable: true, description: '見直す担当（主担当）。' })
  @Shown('operational', { one: 'team_id' })
  team!: Team | null;

  @Field(() => String, { description: 'きっかけ（CONSENT_WITHDRAWN：同意が撤回された）。' })
  @Column('text')
  @Shown('operational')
  cause!: string;

  @Field(() => DateScalar, { description: 'いつまでに。' })
  @Column('date')
  @Shown('operational')
  dueOn!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: '見直した時刻。' })
  @Column('timestamptz', { nullable: true })
  @Shown('operational')
  doneAt!: Date | null;

  @Column('uuid', { name: 'done_by', nullable: true })
  doneById!: string | null;

  @Field(() => Int, { description: '版。変更のときに添える。' })
  @Column('int')
  @Shown('operational')
  version!: number;
}
