import { Directive, Field, ObjectType } from 'type-graphql';
import { Row, Shown, Stub } from '#server/database/shape';
import { ResourceStub, resourceDescription } from '../resource-stub';
import { ServiceDetail, serviceDetailDescription } from '../service-detail';

/** A service of the council of social welfare. */
@ObjectType('ServiceDetail', { description: serviceDetailDescription })
@Directive('@shareable')
@Row('council.service_detail', { key: 'service_id' })
export class CouncilServiceDetail extends ServiceDetail {}

/** A 社会資源, and what the council of social welfare knows of it. */
@ObjectType('SocialResource', { description: resourceDescription })
@Directive('@key(fields: "id")')
@Stub()
export class CouncilResource extends ResourceStub {
  @Field(() => CouncilServiceDetail, {
    nullable: true,
    description: '社会福祉協議会の事業としての受け付け。社会福祉協議会のものでなければ空。',
  })
  @Shown('public', { on: (t, u) => `${u}.service_id = ${t}.id` })
  councilService!: CouncilServiceDetail | null;
}
