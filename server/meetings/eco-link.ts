import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, PrimaryGeneratedColumn } from 'typeorm';
import { Row, Shown } from '#server/database/shape';
import { Organization } from '#server/directory/organization';
import { Held, LinkKind } from './states';

const wall = { contracts: ['display'] } as const;

/** エコマップ: one line from a matter to an organisation, or to people in words that name nobody. Which roles it has stands in the roles. */
@ObjectType({ description: 'エコマップのつながりの一つ。議題と、機関または「近所の人たち」のような人々を結ぶ。人の名前は持たない。' })
// Nobody's record, like the line beside it.
@Row('core.eco_link', { ...wall, subject: null, session: 'session_id' })
export class EcoLink {
  @Field(() => ID, { description: 'つながりの識別子。' })
  @PrimaryGeneratedColumn('uuid')
  @Shown('operational', wall)
  id!: string;

  @Column('uuid')
  sessionId!: string;

  @Column('uuid')
  agendaItemId!: string;

  @Column('uuid', { nullable: true })
  organizationId!: string | null;

  @Field(() => Organization, { nullable: true, description: 'つながる機関。機関でなければ空。' })
  @Shown('operational', { ...wall, one: 'organization_id' })
  organization!: Organization | null;

  @Field(() => String, { description: '機関でないときの言葉。機関のときは空の文字列。' })
  @Column('text')
  @Shown('operational', wall)
  title!: string;

  @Field(() => LinkKind, { description: 'つながりの種類。' })
  @Column('text')
  @Shown('operational', wall)
  kind!: LinkKind;

  @Field(() => Held, { nullable: true, description: '会場に出していない理由。出しているものは空。' })
  @Column('text', { nullable: true })
  @Shown('operational')
  held!: Held | null;

  @Column('uuid', { nullable: true })
  heldBy!: string | null;

  /** Taken away; it stays for whoever takes that back. */
  @Column('timestamptz', { nullable: true })
  takenAt!: Date | null;

  @Field(() => Int, { description: '版。変更のときに添える。' })
  @Column('int')
  @Shown('operational', wall)
  version!: number;
}
