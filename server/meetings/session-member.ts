import { Field, ID, ObjectType } from 'type-graphql';
import { Column, PrimaryColumn } from 'typeorm';
import { Row, Shown } from '#server/database/shape';
import { Organization } from '#server/directory/organization';
import { Staff } from '#server/directory/staff';

/** Who takes part in a session and with what duty. */
@ObjectType({ description: '会議の出席者と、その務め。' })
@Row('core.session_member')
export class SessionMember {
  @Field(() => ID, { description: '出席者の識別子。' })
  @PrimaryColumn('uuid')
  @Shown('operational')
  id!: string;

  @Field(() => String, { description: '務め（FACILITATOR・RECORDER・COORDINATOR・MEMBER・OBSERVER）。' })
  @Column('text')
  @Shown('operational')
  duty!: string;

  @Field(() => Staff, { nullable: true, description: '職員。' })
  @Shown('operational', { one: 'staff_id' })
  staff!: Staff | null;

  @Field(() => Organization, { nullable: true, description: '機関。' })
  @Shown('operational', { one: 'organization_id' })
  organization!: Organization | null;
}
