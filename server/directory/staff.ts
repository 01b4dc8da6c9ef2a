import { Field, ID, ObjectType } from 'type-graphql';
import { Column, PrimaryColumn } from 'typeorm';
import { Row, Shown } from '#server/database/shape';
import { Organization } from './organization';
import { Team } from './team';

/** 職員・委託先の担当者. */
@ObjectType({ description: '職員または委託先の担当者。' })
@Row('core.staff')
export class Staff {
  @Field(() => ID, { description: '職員の識別子。' })
  @PrimaryColumn('uuid')
  @Shown('operational')
  id!: string;

  @Field(() => String, { description: '職員の名前。' })
  @Column('text')
  @Shown('operational')
  name!: string;

  @Column('text', { array: true })
  roles!: string[];

  @Column('text', { nullable: true })
  teamId!: string | null;

  @Field(() => Team, { nullable: true, description: '所属する担当。' })
  @Shown('operational', { one: 'team_id' })
  team!: Team | null;

  @Column('uuid', { nullable: true })
  organizationId!: string | null;

  @Field(() => Organization, { nullable: true, description: '所属する機関。' })
  @Shown('operational', { one: 'organization_id' })
  organization!: Organization | null;
}
