import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, PrimaryGeneratedColumn } from 'typeorm';
import { Row, Shown } from '#server/database/shape';
import { CommunityIssue } from '#server/resources/community-issue';
import { Held, NoteKind } from './states';

const wall = { contracts: ['display'] } as const;

/** 声: one line of what was said to an item — an idea, a strength, a wish, a worry, or a resource that is missing. Never who said it. */
@ObjectType({ description: '会議で出た声の一つ。考え・強み・のぞみ・気がかり・足りない社会資源。だれが言ったかは持たない。' })
@Row('core.board_note', { ...wall, subject: 'case_id', session: 'session_id' })
export class BoardNote {
  @Field(() => ID, { description: '声の識別子。' })
  @PrimaryGeneratedColumn('uuid')
  @Shown('operational', wall)
  id!: string;

  @Column('uuid')
  sessionId!: string;

  @Column('boolean')
  restricted!: boolean;

  @Column('uuid')
  agendaItemId!: string;

  @Column('uuid', { nullable: true })
  caseId!: string | null;

  @Field(() => NoteKind, { description: '声の種類。' })
  @Column('text')
  @Shown('operational', wall)
  kind!: NoteKind;

  @Field(() => String, { description: '言われたこと。' })
  @Column('text')
  @Shown('operational', wall)
  title!: string;

  @Field(() => Held, { nullable: true, description: '会場に出していない理由。出しているものは空。' })
  @Column('text', { nullable: true })
  @Shown('operational')
  held!: Held | null;

  @Column('uuid', { nullable: true })
  heldBy!: string | null;

  /** Taken away; it stays for whoever takes that back. */
  @Column('timestamptz', { nullable: true })
  takenAt!: Date | null;

  @Column('uuid', { nullable: true })
  issueId!: string | null;

  @Field(() => CommunityIssue, { nullable: true, description: 'この声から起こした地域課題。' })
  @Shown('operational', { one: 'issue_id' })
  issue!: CommunityIssue | null;

  @Field(() => Int, { description: '版。変更のときに添える。' })
  @Column('int')
  @Shown('operational', wall)
  version!: number;
}
