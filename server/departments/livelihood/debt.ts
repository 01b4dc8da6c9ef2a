import { Field, ID, ObjectType } from 'type-graphql';
import { Column, PrimaryColumn } from 'typeorm';
import { Row, Shown } from '#server/database/shape';
import { Withheld } from '#server/database/withheld';
import { openedTo } from '../opened-to';

/** A debt, by kind and band: the exact sum is nobody's need here. */
@ObjectType({ description: '債務。金額は幅で持つ。' })
@Row('livelihood.debt', { opened: openedTo('livelihood') })
export class Debt {
  @Field(() => ID, { description: '債務の識別子。' })
  @PrimaryColumn('uuid')
  @Shown('operational')
  id!: string;

  @Column('uuid')
  caseId!: string;

  @Field(() => String, { nullable: true, description: '種類。' })
  @Column('text')
  @Shown('sensitive')
  kind!: string | null;

  @Field(() => String, { nullable: true, description: '金額の幅。' })
  @Column('text')
  @Shown('sensitive')
  amountBand!: string | null;

  @Field(() => Boolean, { nullable: true, description: '債務整理などで片付いたか。' })
  @Column('boolean')
  @Shown('sensitive')
  arranged!: boolean | null;

  @Field(() => [Withheld], { description: '表示を控えた項目と理由。' })
  @Shown('public')
  withheld!: Withheld[];
}
