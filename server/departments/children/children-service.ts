import { Directive, Field, ObjectType } from 'type-graphql';
import { Row, Shown, Stub } from '#server/database/shape';
import { ResourceStub, resourceDescription } from '../resource-stub';
import { ServiceDetail, serviceDetailDescription } from '../service-detail';

/** A service of children's welfare. */
@ObjectType('ServiceDetail', { description: serviceDetailDescription })
@Directive('@shareable')
@Row('children.service_detail', { key: 'service_id' })
export class ChildrenServiceDetail extends ServiceDetail {}

/** A 社会資源, and what children's welfare knows of it. */
@ObjectType('SocialResource', { description: resourceDescription })
@Directive('@key(fields: "id")')
@Stub()
export class ChildrenResource extends ResourceStub {
  @Field(() => ChildrenServiceDetail, { nullable: true, description: '子どもの支援としての受け付け。子どものものでなければ空。' })
  @Shown('public', { on: (t, u) => `${u}.service_id = ${t}.id` })
  childrenService!: ChildrenServiceDetail | null;
}
