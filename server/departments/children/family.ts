import { Field, ID, ObjectType } from 'type-graphql';
import { Column, PrimaryColumn } from 'typeorm';
import { DateScalar } from '#server/database/scalars';
import { Row, Shown } from '#server/database/shape';
import { Withheld } from '#server/database/withheld';
import { openedTo } from '../opened-to';
import { IndividualPlan } from './individual-plan';

/** A family that the こども家庭センター has taken on; most have no case of several windows (indicator 5 counts all). */
@ObjectType({ description: 'こども家庭センターが受け持った家庭。' })
@Row('children.family', { opened: openedTo('children') })
export class Family {
  @Field(() => ID, { description: '識別子。' })
  @PrimaryColumn('uuid')
  @Shown('operational')
  id!: string;

  @Column('uuid', { nullable: true })
  caseId!: string | null;

  @Field(() => DateScalar, { description: '受け持った日。' })
  @Column('date')
  @Shown('operational')
  takenOn!: string;

  @Field(() => String, { nullable: true, description: '支援の主題。' })
  @Column('text')
  @Shown('sensitive')
  theme!: string | null;

  @Field(() => [IndividualPlan], { description: '個別支援計画。新しい順。' })
  @Shown('operational', { many: 'family_id', order: (u) => `${u}.made_on desc, ${u}.id` })
  plans!: IndividualPlan[];

  @Field(() => [Withheld], { description: '表示を控えた項目と理由。' })
  @Shown('public')
  withheld!: Withheld[];
}

/** Order of families: the newest first. */
export const newestFamily = (t: string) => `${t}.taken_on desc, ${t}.id`;
