import { Directive, Field, ObjectType } from 'type-graphql';
import { Row, Shown, Stub } from '#server/database/shape';
import { ResourceStub, resourceDescription } from '../resource-stub';
import { ServiceDetail, serviceDetailDescription } from '../service-detail';

/** A service of livelihood support. */
@ObjectType('ServiceDetail', { description: serviceDetailDescription })
@Directive('@shareable')
@Row('livelihood.service_detail', { key: 'service_id' })
export class LivelihoodServiceDetail extends ServiceDetail {}

/** A 社会資源, and what livelihood support knows of it. */
@ObjectType('SocialResource', { description: resourceDescription })
@Directive('@key(fields: "id")')
@Stub()
export class LivelihoodResource extends ResourceStub {
  @Field(() => LivelihoodServiceDetail, { nullable: true, description: '生活困窮の支援としての受け付け。生活困窮のものでなければ空。' })
  @Shown('public', { on: (t, u) => `${u}.service_id = ${t}.id` })
  livelihoodService!: LivelihoodServiceDetail | null;
}
