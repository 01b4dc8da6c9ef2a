import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, PrimaryGeneratedColumn } from 'typeorm';
import { DateScalar } from '#server/database/scalars';
import { Row, Shown } from '#server/database/shape';
import { ProposalState } from './states';

const stateOf = (t: string) =>
  `case when ${t}.reported_in is not null then 'REPORTED' when ${t}.answer is not null then 'ANSWERED' else 'PROPOSED' end`;

/** 政策提案: what a conference asks of somebody by a day. Its outcome is reported in the next session of the kind (RULES 4). */
@ObjectType({ description: '政策提案。だれに、何を、いつまでに答えてほしいか。答えは次の回で報告する。個人名は書かない。' })
@Row('core.proposal', { session: 'session_id' })
export class Proposal {
  @Field(() => ID, { description: '政策提案の識別子。' })
  @PrimaryGeneratedColumn('uuid')
  @Shown('operational')
  id!: string;

  @Column('uuid')
  sessionId!: string;

  @Column('boolean')
  restricted!: boolean;

  @Field(() => String, { description: '提案先。' })
  @Column('text')
  @Shown('operational')
  addressee!: string;

  @Field(() => String, { description: '何を提案するか。' })
  @Column('text')
  @Shown('operational')
  title!: string;

  @Field(() => DateScalar, { description: '答えの期限。' })
  @Column('date')
  @Shown('operational')
  answerBy!: string;

  @Field(() => ProposalState, { description: '提案した・答えがあった・報告した。' })
  @Shown('operational', { sql: stateOf })
  state!: ProposalState;

  @Field(() => String, { nullable: true, description: '答え。' })
  @Column('text', { nullable: true })
  @Shown('operational')
  answer!: string | null;

  @Field(() => DateScalar, { nullable: true, description: '答えがあった日。' })
  @Column('date', { nullable: true })
  @Shown('operational')
  answeredOn!: string | null;

  @Column('uuid', { nullable: true })
  reportedIn!: string | null;

  @Field(() => Int, { description: '版。変更のときに添える。' })
  @Column('int')
  @Shown('operational')
  version!: number;
}
