import { Field, ID, ObjectType } from 'type-graphql';
import { DateScalar, DateTimeScalar } from '#server/database/scalars';
import { Shown, View } from '#server/database/shape';
import { atWork } from './at-work';
import { Organization } from './organization';
import { Team } from './team';

/** A member of staff as the administrators see them: roles, until when, and how they sign in. */
@ObjectType({ description: '管理者から見た職員。役割・期限・サインインの方法。' })
@View('core.staff')
export class StaffAccount {
  @Field(() => ID, { description: '職員の識別子。' })
  @Shown('operational')
  id!: string;

  @Field(() => String, { description: '職員の名前。' })
  @Shown('operational')
  name!: string;

  @Field(() => [String], { description: '役割。' })
  @Shown('operational')
  roles!: string[];

  @Field(() => Team, { nullable: true, description: '所属する担当。' })
  @Shown('operational', { one: 'team_id' })
  team!: Team | null;

  @Field(() => Organization, { nullable: true, description: '所属する機関。委託先の人は、契約がある間だけ使える。' })
  @Shown('operational', { one: 'organization_id' })
  organization!: Organization | null;

  @Field(() => Boolean, { description: 'いま使える人か（期間と、委託先の人なら契約）。' })
  @Shown('operational', { sql: (t) => `(${atWork(t)})` })
  isAtWork!: boolean;

  @Field(() => DateScalar, { description: 'いつから。' })
  @Shown('operational')
  activeFrom!: string;

  @Field(() => DateScalar, { nullable: true, description: 'いつまで。空なら期限なし。' })
  @Shown('operational')
  activeUntil!: string | null;

  @Field(() => String, { nullable: true, description: 'ハブのID。空なら、ハブのアカウントはまだない。' })
  @Shown('operational', { sql: (t) => `(select a.login from hub.account a where a.staff_id = ${t}.id)` })
  login!: string | null;

  @Field(() => Boolean, { description: '認証アプリを設定しているか。' })
  @Shown('operational', { sql: (t) => `exists (select 1 from hub.account a where a.staff_id = ${t}.id and a.has_second_factor)` })
  hasSecondFactor!: boolean;

  @Field(() => Boolean, { description: '市の認証基盤のアカウントと結んであるか。' })
  @Shown('operational', { sql: (t) => `exists (select 1 from hub.subject b where b.staff_id = ${t}.id)` })
  isLinked!: boolean;

  @Field(() => DateTimeScalar, { nullable: true, description: 'サインインを止めた時刻。' })
  @Shown('operational', { sql: (t) => `(select p.suspended_at from hub.sign_in_standing p where p.staff_id = ${t}.id)` })
  suspendedAt!: Date | null;
}
