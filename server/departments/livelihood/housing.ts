import { Field, ID, ObjectType } from 'type-graphql';
import { Column, PrimaryColumn } from 'typeorm';
import { DateScalar } from '#server/database/scalars';
import { Row, Shown } from '#server/database/shape';
import { Withheld } from '#server/database/withheld';
import { openedTo } from '../opened-to';
import { HousingStatus } from './housing-status';

/** How somebody has been housed since a day. */
@ObjectType({ description: 'ある日からの住まいの状況。' })
@Row('livelihood.housing', { opened: openedTo('livelihood') })
export class Housing {
  @Field(() => ID, { description: '識別子。' })
  @PrimaryColumn('uuid')
  @Shown('operational')
  id!: string;

  @Column('uuid')
  caseId!: string;

  @Field(() => HousingStatus, { nullable: true, description: '状況。' })
  @Column('text')
  @Shown('sensitive')
  status!: HousingStatus | null;

  @Field(() => DateScalar, { description: 'いつから。' })
  @Column('date')
  @Shown('operational')
  since!: string;

  @Field(() => [Withheld], { description: '表示を控えた項目と理由。' })
  @Shown('public')
  withheld!: Withheld[];
}
