import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, PrimaryGeneratedColumn } from 'typeorm';
import { Row, Shown } from '#server/database/shape';
import { Organization } from '#server/directory/organization';
import { Held } from './states';

const wall = { contracts: ['display'] } as const;

/** 役割: what is to be done and which organisation does it; never a person. */
@ObjectType({ description: '役割。何を、どの機関が担うか。個人名は書かない。' })
@Row('core.role', { ...wall, subject: 'case_id', session: 'session_id' })
export class Role {
  @Field(() => ID, { description: '役割の識別子。' })
  @PrimaryGeneratedColumn('uuid')
  @Shown('operational', wall)
  id!: string;

  @Column('uuid')
  sessionId!: string;

  @Column('boolean')
  restricted!: boolean;

  @Column('uuid', { nullable: true })
  agendaItemId!: string | null;

  @Column('uuid', { nullable: true })
  caseId!: string | null;

  @Column('uuid', { nullable: true })
  organizationId!: string | null;

  @Column('int')
  position!: number;

  @Field(() => String, { description: '何をするか。' })
  @Column('text')
  @Shown('operational', wall)
  title!: string;

  @Field(() => Organization, { nullable: true, description: '担う機関。空なら募集中。' })
  @Shown('operational', { ...wall, one: 'organization_id' })
  organization!: Organization | null;

  @Field(() => ID, { nullable: true, description: '支援会議で決めたものなら、その会議の識別子。会議の構成員にだけ、この行がある。' })
  @Shown('operational', { sql: (t) => `case when ${t}.restricted then ${t}.session_id end` })
  supportConference!: string | null;

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
