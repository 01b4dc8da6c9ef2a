import { Field, ID, ObjectType } from 'type-graphql';
import { Column, PrimaryColumn } from 'typeorm';
import { Row, Shown } from '#server/database/shape';
import { Organization } from '#server/directory/organization';
import { Staff } from '#server/directory/staff';
import { Attendance } from './states';

const isSworn = (t: string) =>
  `exists (select 1 from core.secrecy_acknowledgement k where k.session_id = ${t}.session_id and k.staff_id = ${t}.staff_id)`;

/** Who takes part in a session and with what duty. */
@ObjectType({ description: '会議の出席者と、その務め。' })
@Row('core.session_member', { session: 'session_id' })
export class SessionMember {
  @Field(() => ID, { description: '出席者の識別子。' })
  @PrimaryColumn('uuid')
  @Shown('operational')
  id!: string;

  @Field(() => String, { description: '務め（FACILITATOR・RECORDER・COORDINATOR・MEMBER・OBSERVER）。' })
  @Column('text')
  @Shown('operational')
  duty!: string;

  @Column('uuid')
  sessionId!: string;

  @Column('uuid', { nullable: true })
  staffId!: string | null;

  @Column('uuid', { nullable: true })
  organizationId!: string | null;

  @Field(() => Attendance, { description: '出席の予定・出席・欠席。' })
  @Column('text')
  @Shown('operational')
  attends!: Attendance;

  @Field(() => Boolean, { description: '支援会議の守秘義務を確認したか。ほかの会議では偽。' })
  @Shown('operational', { sql: isSworn })
  sworn!: boolean;

  @Field(() => Staff, { nullable: true, description: '職員。' })
  @Shown('operational', { one: 'staff_id' })
  staff!: Staff | null;

  @Field(() => Organization, { nullable: true, description: '機関。' })
  @Shown('operational', { one: 'organization_id' })
  organization!: Organization | null;
}
