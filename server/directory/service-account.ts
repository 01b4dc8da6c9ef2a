import { Field, ID, ObjectType } from 'type-graphql';
import { Column, PrimaryColumn } from 'typeorm';
import { DateScalar, DateTimeScalar } from '#server/database/scalars';
import { Row, Shown } from '#server/database/shape';
import { Team } from './team';

/** サービス用アカウント: a department's own program. Its token was shown once; only its hash is kept. */
@ObjectType({ description: 'サービス用アカウント。担当の仕組みが使い、その担当の職員が見てよい範囲を超えない。' })
@Row('hub.service_account')
export class ServiceAccount {
  @Field(() => ID, { description: '識別子。監査には service:<識別子> と残る。' })
  @PrimaryColumn('uuid')
  @Shown('operational')
  id!: string;

  @Field(() => String, { description: '名前。' })
  @Column('text')
  @Shown('operational')
  name!: string;

  @Column('text')
  teamId!: string;

  @Field(() => Team, { nullable: true, description: '担当。' })
  @Shown('operational', { one: 'team_id' })
  team!: Team | null;

  @Field(() => String, { description: '利用目的。' })
  @Column('text')
  @Shown('operational')
  purpose!: string;

  @Field(() => [String], { description: '範囲。' })
  @Column('text', { array: true })
  @Shown('operational')
  scopes!: string[];

  @Field(() => DateTimeScalar, { description: 'つくった時刻。' })
  @Column('timestamptz')
  @Shown('operational')
  madeAt!: Date;

  @Field(() => DateScalar, { description: 'いつまで使えるか。' })
  @Column('date')
  @Shown('operational')
  expiresOn!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: '止めた時刻。' })
  @Column('timestamptz', { nullable: true })
  @Shown('operational')
  revokedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: '最後に使われた時刻（1分の幅）。' })
  @Column('timestamptz', { nullable: true })
  @Shown('operational')
  lastUsedAt!: Date | null;
}
