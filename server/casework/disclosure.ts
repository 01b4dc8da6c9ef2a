import { Field, ID, ObjectType } from 'type-graphql';
import { Column, PrimaryGeneratedColumn } from 'typeorm';
import { DateTimeScalar } from '#server/database/scalars';
import { Row, Shown } from '#server/database/shape';
import { Organization } from '#server/directory/organization';
import { Staff } from '#server/directory/staff';
import { Team } from '#server/directory/team';
import { DisclosureRegime } from './disclosure-regime';

/** One line of the disclosure ledger. Of a 支援会議 there is a line for its members alone; of a protected person for the holders. */
@ObjectType({ description: '開示の記録の一行。何を根拠に、誰に、どの区分を、いつ渡したか。支援している担当だけが読める。' })
@Row('core.disclosure', { subject: 'case_id', session: 'session_id' })
export class Disclosure {
  @Field(() => ID, { description: '記録の識別子。' })
  @PrimaryGeneratedColumn('uuid')
  @Shown('operational')
  id!: string;

  @Column('text')
  regimeId!: string;

  @Column('uuid')
  personId!: string;

  @Column('uuid')
  caseId!: string;

  @Column('text', { nullable: true })
  teamId!: string | null;

  @Column('uuid', { nullable: true })
  organizationId!: string | null;

  @Column('uuid', { nullable: true })
  sessionId!: string | null;

  @Column('boolean')
  restricted!: boolean;

  @Field(() => DisclosureRegime, { nullable: true, description: '根拠。' })
  @Shown('operational', { one: 'regime_id' })
  regime!: DisclosureRegime | null;

  @Field(() => Team, { nullable: true, description: '渡した先の担当。' })
  @Shown('operational', { one: 'team_id' })
  team!: Team | null;

  @Field(() => Organization, { nullable: true, description: '渡した先の機関。' })
  @Shown('operational', { one: 'organization_id' })
  organization!: Organization | null;

  @Field(() => String, { nullable: true, description: '渡した先の会議の題。' })
  @Shown('operational', { sql: (t) => `(select s.title from core.session s where s.id = ${t}.session_id)` })
  sessionTitle!: string | null;

  @Field(() => [String], { description: '渡した項目の区分。' })
  @Column('text', { array: true })
  @Shown('operational')
  classes!: string[];

  @Field(() => ID, { nullable: true, description: 'もとになった同意。' })
  @Column('uuid', { nullable: true })
  @Shown('operational')
  consentId!: string | null;

  @Field(() => String, { nullable: true, description: '書き添えたこと。' })
  @Column('text', { nullable: true })
  @Shown('note')
  note!: string | null;

  @Field(() => String, { description: '記録のされ方（CONSENT：同意から、CONFERENCE：会議から、BY_HAND：人が書いた）。' })
  @Column('text')
  @Shown('operational')
  origin!: 'CONSENT' | 'CONFERENCE' | 'BY_HAND';

  @Field(() => DateTimeScalar, { description: '渡した時刻。' })
  @Column('timestamptz')
  @Shown('operational')
  disclosedAt!: string;

  @Column('uuid', { name: 'disclosed_by', nullable: true })
  disclosedById!: string | null;

  @Field(() => Staff, { nullable: true, description: '渡した職員。' })
  @Shown('operational', { one: 'disclosed_by' })
  disclosedBy!: Staff | null;
}
