import { Field, ID, ObjectType } from 'type-graphql';
import { Column, PrimaryColumn } from 'typeorm';
import { DateScalar } from '#server/database/scalars';
import { Row, Shown } from '#server/database/shape';
import { Withheld } from '#server/database/withheld';
import { openedTo } from '../opened-to';
import { HandbookKind } from './handbook-kind';

/** 障害者手帳. */
@ObjectType({ description: '障害者手帳。' })
@Row('disability.handbook', { opened: openedTo('disability') })
export class Handbook {
  @Field(() => ID, { description: '手帳の識別子。' })
  @PrimaryColumn('uuid')
  @Shown('operational')
  id!: string;

  @Column('uuid')
  caseId!: string;

  @Field(() => HandbookKind, { nullable: true, description: '種類。' })
  @Column('text')
  @Shown('sensitive')
  kind!: HandbookKind | null;

  @Field(() => String, { nullable: true, description: '等級・程度。' })
  @Column('text')
  @Shown('sensitive')
  grade!: string | null;

  @Field(() => DateScalar, { description: '交付した日。' })
  @Column('date')
  @Shown('operational')
  issuedOn!: string;

  @Field(() => [Withheld], { description: '表示を控えた項目と理由。' })
  @Shown('public')
  withheld!: Withheld[];
}
