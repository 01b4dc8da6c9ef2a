import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Shown, View } from '#server/database/shape';

/** How long a class of records is kept. */
@ObjectType({ description: '記録の保存期間。' })
@View('hub.retention_rule', { key: 'class', keyType: 'text' })
export class RetentionRule {
  @Field(() => ID, { description: '記録の種類。' })
  @Shown('public', { sql: (t) => `${t}.class` })
  id!: string;

  @Field(() => String, { description: '記録の名前。' })
  @Shown('public')
  name!: string;

  @Field(() => Int, { description: '何か月。' })
  @Shown('public')
  months!: number;

  @Field(() => String, { description: 'いつから数えるか。' })
  @Shown('public')
  countedFrom!: string;

  @Field(() => Boolean, { description: '市が確かめた期間か。いいえなら、市に確認中。' })
  @Shown('public')
  isConfirmed!: boolean;
}
