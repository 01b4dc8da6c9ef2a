import { Field, ID, ObjectType } from 'type-graphql';
import { Column, PrimaryGeneratedColumn } from 'typeorm';
import type { ReasonCode } from '#server/access/conference-profile';
import { closeDistricts } from '#server/access/ties';
import { Case } from '#server/casework/case';
import { openedMatter } from '#server/casework/opened';
import { Row, Shown } from '#server/database/shape';
import { Withheld } from '#server/database/withheld';
import { ReasonCodeEnum } from './states';

const isCloseDistrict = (t: string) =>
  `coalesce((select p.district = any ('{${closeDistricts.join(',')}}'::text[]) from core.support_case c join core.person p on p.id = c.person_id where c.id = ${t}.case_id), false)`;

/** What an agenda item holds of a case. It is there for those who know the case and sit at the table; to others the item is a letter. Its words are a note of the case. */
@ObjectType({ description: '議題になっている事例。その事例を見てよく、席に着いている人にだけある。ほかの人には、記号だけの議題に見える。' })
@Row('core.case_item', { subject: 'case_id', session: 'session_id', opened: openedMatter })
export class CaseItem {
  @Field(() => ID, { description: 'この行の識別子。' })
  @PrimaryGeneratedColumn('uuid')
  @Shown('operational')
  id!: string;

  @Column('uuid')
  agendaItemId!: string;

  @Column('uuid')
  sessionId!: string;

  @Column('boolean')
  restricted!: boolean;

  @Column('uuid')
  caseId!: string;

  @Field(() => Case, { nullable: true, description: '事例。' })
  @Shown('operational', { one: 'case_id' })
  case!: Case | null;

  @Field(() => ReasonCodeEnum, { nullable: true, description: '同意なしで扱う理由（法106条の6）。同意による議題では空。' })
  @Column('text', { nullable: true })
  @Shown('operational')
  reasonCode!: ReasonCode | null;

  @Field(() => String, { nullable: true, description: '理由の説明。' })
  @Column('text', { nullable: true })
  @Shown('note')
  reason!: string | null;

  @Field(() => Boolean, { description: '人の少ない地区の事例か。近所の人が出席していないか確かめる。' })
  @Shown('generalised', { sql: isCloseDistrict })
  closeDistrict!: boolean;

  @Field(() => [Withheld], { description: '表示を控えた項目と理由。' })
  @Shown('public')
  withheld!: Withheld[];
}
