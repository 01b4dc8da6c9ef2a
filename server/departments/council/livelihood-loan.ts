import { Field, ID, ObjectType } from 'type-graphql';
import { Column, PrimaryColumn } from 'typeorm';
import { DateScalar } from '#server/database/scalars';
import { Row, Shown } from '#server/database/shape';
import { Withheld } from '#server/database/withheld';
import { openedTo } from '../opened-to';
import { LoanStatus } from './loan-status';

/** 生活福祉資金: a debt of the household, and sensitive as such. */
@ObjectType({ description: '生活福祉資金の貸し付け。' })
@Row('council.livelihood_loan', { opened: openedTo('council') })
export class LivelihoodLoan {
  @Field(() => ID, { description: '貸し付けの識別子。' })
  @PrimaryColumn('uuid')
  @Shown('operational')
  id!: string;

  @Column('uuid')
  caseId!: string;

  @Field(() => String, { nullable: true, description: '資金の種類。' })
  @Column('text')
  @Shown('sensitive')
  kind!: string | null;

  @Field(() => LoanStatus, { nullable: true, description: '状態。' })
  @Column('text')
  @Shown('sensitive')
  status!: LoanStatus | null;

  @Field(() => DateScalar, { description: '相談または申請した日。' })
  @Column('date')
  @Shown('operational')
  appliedOn!: string;

  @Field(() => [Withheld], { description: '表示を控えた項目と理由。' })
  @Shown('public')
  withheld!: Withheld[];
}
