import { Field, ID, ObjectType } from 'type-graphql';
import { Column, PrimaryColumn } from 'typeorm';
import { DateScalar } from '#server/database/scalars';
import { Row, Shown } from '#server/database/shape';
import { Withheld } from '#server/database/withheld';
import { Organization } from '#server/directory/organization';
import { openedByCase } from './opened';

/** One 相談 at one window. Its note is open to the window itself, and beyond it only as far as a consent goes. */
@ObjectType({ description: '相談受付の一件。内容の記録は、受けた窓口と、同意で開かれた担当だけが読める。' })
@Row('core.consultation', { opened: openedByCase((t) => `${t}.team_id = any ((select hub.teams())::text[])`) })
export class Consultation {
  @Field(() => ID, { description: '相談の識別子。' })
  @PrimaryColumn('uuid')
  @Shown('operational')
  id!: string;

  @Column('text')
  teamId!: string;

  @Column('uuid')
  organizationId!: string;

  @Column('uuid')
  personId!: string;

  @Column('uuid', { nullable: true })
  caseId!: string | null;

  @Field(() => DateScalar, { description: '受け付けた日。' })
  @Column('date')
  @Shown('operational')
  receivedOn!: string;

  @Field(() => String, { description: '相談の経路。' })
  @Column('text')
  @Shown('operational')
  route!: string;

  @Field(() => [String], { description: '主訴・課題の分類。' })
  @Column('text', { array: true })
  @Shown('operational')
  topics!: string[];

  @Field(() => String, { description: '緊急度（NORMAL・SOON・IMMEDIATE）。' })
  @Column('text')
  @Shown('operational')
  urgency!: string;

  @Field(() => Boolean, { description: '新規の相談か。' })
  @Column('boolean')
  @Shown('operational')
  isNew!: boolean;

  @Field(() => Boolean, { nullable: true, description: '孤独・孤立の訴えがあるか。' })
  @Column('boolean')
  @Shown('sensitive')
  isolation!: boolean | null;

  @Field(() => String, { nullable: true, description: '結果（情報提供のみ・つなぎ完了など）。' })
  @Column('text', { nullable: true })
  @Shown('operational')
  outcome!: string | null;

  @Field(() => String, { nullable: true, description: '相談の記録。' })
  @Column('text', { nullable: true })
  @Shown('note')
  note!: string | null;

  @Field(() => Organization, { nullable: true, description: '受け付けた窓口。' })
  @Shown('operational', { one: 'organization_id' })
  organization!: Organization | null;

  @Field(() => [Withheld], { description: '表示を控えた項目と理由。' })
  @Shown('public')
  withheld!: Withheld[];
}
