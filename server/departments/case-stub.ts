import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Shown } from '#server/database/shape';

/**
 * What a department knows of a case, an entity of the core: its key, and what of it the person's
 * consents open to the viewer. A field that requires `consentedClasses` is answered for a shared case too: the hub vouches for the case and
 * for these classes (`buildSubgraph`).
 */
@ObjectType()
export abstract class CaseStub {
  @Field(() => ID, { description: '事例の識別子。' })
  @Shown('operational')
  id!: string;

  @Field(() => [String], { description: '本人の同意により、見ている人の担当に開かれている項目の区分。同意がなければ空。' })
  @Directive('@external')
  consentedClasses!: string[];
}

/** The core's words: composition takes those of any one subgraph. */
export const caseDescription = '事例。一人の本人とその世帯について、複数の窓口が行う支援のまとまり。各担当課が自分の記録を加える。';
