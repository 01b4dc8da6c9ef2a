import { Field, ID, ObjectType } from 'type-graphql';
import { Column, PrimaryColumn } from 'typeorm';
import { DateScalar } from '#server/database/scalars';
import { Shown } from '#server/database/shape';
import { Withheld } from '#server/database/withheld';

/** What the consultations that departments hold at windows of their own have in common. */
@ObjectType()
export abstract class WindowConsultation {
  @Field(() => ID, { description: '相談の識別子。' })
  @PrimaryColumn('uuid')
  @Shown('operational')
  id!: string;

  @Column('uuid')
  caseId!: string;

  @Field(() => DateScalar, { description: '相談のあった日。' })
  @Column('date')
  @Shown('operational')
  consultedOn!: string;

  @Field(() => String, { description: '相談の主題。' })
  @Column('text')
  @Shown('operational')
  theme!: string;

  @Field(() => String, { nullable: true, description: '相談の記録。担当の中でだけ読める。' })
  @Column('text', { nullable: true })
  @Shown('note')
  note!: string | null;

  @Field(() => [Withheld], { description: '表示を控えた項目と理由。' })
  @Shown('public')
  withheld!: Withheld[];
}

/** Order of consultations: the newest first. */
export const newestConsultation = (t: string) => `${t}.consulted_on desc, ${t}.id`;
