import { Field, ID, InputType } from 'type-graphql';
import { textLimits } from './text-limits';

@InputType({ description: '引き継ぐ一項目。' })
export class CrossingItemInput {
  @Field(() => ID, { description: '支援会議の役割、または次にやること。' })
  id!: string;
  @Field(() => String, {
    nullable: true,
    description: `引き継ぐ先での書き方（役割は${textLimits.RoleOrder.title}文字、次にやることは${textLimits.ActionOrder.title}文字まで）。空なら同じ。`,
  })
  title?: string | null;
}

@InputType({ description: '支援会議で決めたことのうち、選んだものだけを重層的支援会議に引き継ぐ。本人の有効な同意が要る。' })
export class CrossOverOrder {
  @Field(() => ID, { description: '支援会議。' })
  session!: string;
  @Field(() => ID, { description: '引き継ぐ先の、まだ閉じていない重層的支援会議。' })
  target!: string;
  @Field(() => ID, { description: '事例。' })
  case!: string;
  @Field(() => [CrossingItemInput], { description: '引き継ぐ役割。' })
  roles!: CrossingItemInput[];
  @Field(() => [CrossingItemInput], { description: '引き継ぐ、次にやること。' })
  actionItems!: CrossingItemInput[];
}
