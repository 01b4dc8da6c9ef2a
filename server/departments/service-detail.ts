import { Field, ObjectType } from 'type-graphql';
import { Column, PrimaryColumn } from 'typeorm';
import { DateScalar } from '#server/database/scalars';
import { Shown } from '#server/database/shape';
import { Vacancy } from './vacancy';

/** What a department knows of a service of its own. One type in the whole graph, a table in each department; public information. */
@ObjectType()
export abstract class ServiceDetail {
  @PrimaryColumn('uuid')
  serviceId!: string;

  @Field(() => String, { description: '申し込みの窓口と方法。' })
  @Column('text')
  @Shown('public')
  intake!: string;

  @Field(() => Vacancy, { description: '受け入れの状況。' })
  @Column('text')
  @Shown('public')
  vacancy!: Vacancy;

  @Field(() => DateScalar, { description: '状況を確かめた日。' })
  @Column('date')
  @Shown('public')
  checkedOn!: string;
}

export const serviceDetailDescription = '担当課が知っている、資源の受け付けの情報。';
