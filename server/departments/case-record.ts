import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, PrimaryColumn } from 'typeorm';
import { DateScalar } from '#server/database/scalars';
import { Shown } from '#server/database/shape';
import { Withheld } from '#server/database/withheld';

/** What the records of all departments have in common: one for each case that the department has taken on. */
@ObjectType()
export abstract class CaseRecord {
  @Field(() => ID, { description: '記録の識別子。' })
  @PrimaryColumn('uuid')
  @Shown('operational')
  id!: string;

  @Column('uuid')
  caseId!: string;

  @Field(() => DateScalar, { description: 'この担当課が関わり始めた日。' })
  @Column('date')
  @Shown('operational')
  openedOn!: string;

  @Field(() => String, { nullable: true, description: '担当の覚え書き。担当の中でだけ読める。' })
  @Column('text', { nullable: true })
  @Shown('note')
  note!: string | null;

  @Field(() => Int, { description: '版。変更のときに添える。' })
  @Column('int')
  @Shown('operational')
  version!: number;

  @Field(() => [Withheld], { description: '表示を控えた項目と理由。' })
  @Shown('public')
  withheld!: Withheld[];
}

/** Order of a department's records: the newest first. */
export const newestRecord = (t: string) => `${t}.opened_on desc, ${t}.id`;
