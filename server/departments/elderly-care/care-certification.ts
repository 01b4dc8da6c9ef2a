import { Field, ID, ObjectType } from 'type-graphql';
import { Column, PrimaryColumn } from 'typeorm';
import { DateScalar } from '#server/database/scalars';
import { Row, Shown } from '#server/database/shape';
import { Withheld } from '#server/database/withheld';
import { openedTo } from '../opened-to';

/** 要介護認定 of one period. */
@ObjectType({ description: '要介護認定。' })
@Row('elderly_care.care_certification', { opened: openedTo('elderly-care') })
export class CareCertification {
  @Field(() => ID, { description: '認定の識別子。' })
  @PrimaryColumn('uuid')
  @Shown('operational')
  id!: string;

  @Column('uuid')
  caseId!: string;

  @Field(() => String, { nullable: true, description: '要介護度。' })
  @Column('text')
  @Shown('sensitive')
  level!: string | null;

  @Field(() => DateScalar, { description: '認定した日。' })
  @Column('date')
  @Shown('operational')
  certifiedOn!: string;

  @Field(() => DateScalar, { description: '有効期間の終わりの日。' })
  @Column('date')
  @Shown('operational')
  validUntil!: string;

  @Field(() => [Withheld], { description: '表示を控えた項目と理由。' })
  @Shown('public')
  withheld!: Withheld[];
}
