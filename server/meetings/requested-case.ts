import { Field, ID, ObjectType } from 'type-graphql';
import { Column, PrimaryGeneratedColumn } from 'typeorm';
import type { ReasonCode } from '#server/access/conference-profile';
import { Case } from '#server/casework/case';
import { openedMatter } from '#server/casework/opened';
import { Row, Shown } from '#server/database/shape';
import { Withheld } from '#server/database/withheld';
import { ReasonCodeEnum } from './states';

/** Which case a request asks for, and why: there for those of its readers who know the case. To the others the request is a letter. */
@ObjectType({ description: '依頼された事例。その事例を見てよい人にだけある。' })
@Row('core.requested_case', { subject: 'case_id', opened: openedMatter })
export class RequestedCase {
  @Field(() => ID, { description: 'この行の識別子。' })
  @PrimaryGeneratedColumn('uuid')
  @Shown('operational')
  id!: string;

  @Column('uuid')
  requestId!: string;

  @Column('text')
  teamId!: string;

  @Column('boolean')
  restricted!: boolean;

  @Column('uuid')
  caseId!: string;

  @Column('uuid')
  personId!: string;

  @Field(() => Case, { nullable: true, description: '事例。' })
  @Shown('operational', { one: 'case_id' })
  case!: Case | null;

  @Field(() => ReasonCodeEnum, { nullable: true, description: '同意なしで扱う理由（法106条の6）。支援会議への依頼だけ。' })
  @Column('text', { nullable: true })
  @Shown('operational')
  reasonCode!: ReasonCode | null;

  @Field(() => String, { nullable: true, description: '依頼の理由。' })
  @Column('text')
  @Shown('note')
  reason!: string | null;

  @Field(() => [Withheld], { description: '表示を控えた項目と理由。' })
  @Shown('public')
  withheld!: Withheld[];
}
