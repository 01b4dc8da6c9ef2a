import { Field, ID, ObjectType } from 'type-graphql';
import { Shown } from '#server/database/shape';

/** What a department knows of a 社会資源, an entity of the core: its key. */
@ObjectType()
export abstract class ResourceStub {
  @Field(() => ID, { description: '資源の識別子。' })
  @Shown('public')
  id!: string;
}

/** The core's words: composition takes those of any one subgraph. */
export const resourceDescription = '社会資源（HSDS の service）。担当課は自分の資源についての詳しい情報を加える。';
