import { Directive, Field, ObjectType } from 'type-graphql';
import { Row, Shown, Stub } from '#server/database/shape';
import { ResourceStub, resourceDescription } from '../resource-stub';
import { ServiceDetail, serviceDetailDescription } from '../service-detail';

/** A service of elderly care. */
@ObjectType('ServiceDetail', { description: serviceDetailDescription })
@Directive('@shareable')
@Row('elderly_care.service_detail', { key: 'service_id' })
export class ElderlyCareServiceDetail extends ServiceDetail {}

/** A 社会資源, and what elderly care knows of it. */
@ObjectType('SocialResource', { description: resourceDescription })
@Directive('@key(fields: "id")')
@Stub()
export class ElderlyCareResource extends ResourceStub {
  @Field(() => ElderlyCareServiceDetail, { nullable: true, description: '介護のサービスとしての受け付け。介護のものでなければ空。' })
  @Shown('public', { on: (t, u) => `${u}.service_id = ${t}.id` })
  elderlyCareService!: ElderlyCareServiceDetail | null;
}
