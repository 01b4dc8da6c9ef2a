import { Field, ID, ObjectType } from 'type-graphql';
import { Column, PrimaryColumn } from 'typeorm';
import { DateScalar } from '#server/database/scalars';
import { Row, Shown } from '#server/database/shape';
import { Withheld } from '#server/database/withheld';
import { openedTo } from '../opened-to';

/** 妊婦等包括相談 at one stage of a pregnancy or after it. The stage is health: sensitive. */
@ObjectType({ description: '妊婦等包括相談。' })
@Row('children.pregnancy_consultation', { opened: openedTo('children') })
export class PregnancyConsultation {
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

  @Field(() => String, { nullable: true, description: '時期（妊娠の届け出・妊娠後期・出産後など）。' })
  @Column('text')
  @Shown('sensitive')
  stage!: string | null;

  @Field(() => String, { nullable: true, description: '相談の記録。担当の中でだけ読める。' })
  @Column('text', { nullable: true })
  @Shown('note')
  note!: string | null;

  @Field(() => [Withheld], { description: '表示を控えた項目と理由。' })
  @Shown('public')
  withheld!: Withheld[];
}
