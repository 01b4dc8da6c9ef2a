import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, PrimaryGeneratedColumn } from 'typeorm';
import { DateTimeScalar } from '#server/database/scalars';
import { Row, Shown } from '#server/database/shape';
import { Held } from './states';

const wall = { contracts: ['display'] } as const;

/** 決まったこと: one thing that a session decided about an item of its agenda, in the words that were read out to the table. */
@ObjectType({ description: '決まったこと。会議の最後に読み上げて、出席者と確かめる。個人名は書かない。' })
@Row('core.decision', { ...wall, subject: 'case_id', session: 'session_id' })
export class Decision {
  @Field(() => ID, { description: '決まったことの識別子。' })
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

  @Field(() => String, { description: '何が決まったか。' })
  @Column('text')
  @Shown('operational', wall)
  title!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: '読み上げて確かめた時刻。書き直すと空に戻る。' })
  @Column('timestamptz', { nullable: true })
  @Shown('operational', wall)
  readBackAt!: Date | null;

  @Field(() => Held, { nullable: true, description: '会場に出していない理由。出しているものは空。' })
  @Column('text', { nullable: true })
  @Shown('operational')
  held!: Held | null;

  @Column('uuid', { nullable: true })
  heldBy!: string | null;

  @Field(() => Int, { description: '版。変更のときに添える。' })
  @Column('int')
  @Shown('operational', wall)
  version!: number;
}
