import { Field, ID, ObjectType } from 'type-graphql';
import { Column, PrimaryColumn } from 'typeorm';
import { DateScalar } from '#server/database/scalars';
import { Row, Shown } from '#server/database/shape';
import { Withheld } from '#server/database/withheld';
import { openedTo } from '../opened-to';

/** A 見守り visit. How somebody was found is mostly health: sensitive. */
@ObjectType({ description: '見守りの訪問。' })
@Row('council.watch_visit', { opened: openedTo('council') })
export class WatchVisit {
  @Field(() => ID, { description: '訪問の識別子。' })
  @PrimaryColumn('uuid')
  @Shown('operational')
  id!: string;

  @Column('uuid')
  caseId!: string;

  @Field(() => DateScalar, { description: '訪問した日。' })
  @Column('date')
  @Shown('operational')
  visitedOn!: string;

  @Field(() => String, { nullable: true, description: '本人の様子。' })
  @Column('text')
  @Shown('sensitive')
  condition!: string | null;

  @Field(() => String, { nullable: true, description: '訪問の記録。担当の中でだけ読める。' })
  @Column('text', { nullable: true })
  @Shown('note')
  note!: string | null;

  @Field(() => [Withheld], { description: '表示を控えた項目と理由。' })
  @Shown('public')
  withheld!: Withheld[];
}
