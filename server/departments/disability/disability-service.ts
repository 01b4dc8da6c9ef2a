import { Directive, Field, ObjectType } from 'type-graphql';
import { Row, Shown, Stub } from '#server/database/shape';
import { ResourceStub, resourceDescription } from '../resource-stub';
import { ServiceDetail, serviceDetailDescription } from '../service-detail';

/** A service of disability welfare. */
@ObjectType('ServiceDetail', { description: serviceDetailDescription })
@Directive('@shareable')
@Row('disability.service_detail', { key: 'service_id' })
export class DisabilityServiceDetail extends ServiceDetail {}

/** A 社会資源, and what disability welfare knows of it. */
@ObjectType('SocialResource', { description: resourceDescription })
@Directive('@key(fields: "id")')
@Stub()
export class DisabilityResource extends ResourceStub {
  @Field(() => DisabilityServiceDetail, { nullable: true, description: '障害福祉のサービスとしての受け付け。障害福祉のものでなければ空。' })
  @Shown('public', { on: (t, u) => `${u}.service_id = ${t}.id` })
  disabilityService!: DisabilityServiceDetail | null;
}
