import { Field, ID, InputType } from 'type-graphql';
import type { MinutesForm as Form, MinutesLevel as Level } from '#server/access/minutes-level';
import { MinutesForm, MinutesLevel } from './minutes';

@InputType({ description: '会議録を持ち出すことを記録する。' })
export class MinutesOrder {
  @Field(() => ID, { description: '会議。' })
  session!: string;
  @Field(() => MinutesLevel, { description: 'どこまで載せたものか。' })
  level!: Level;
  @Field(() => MinutesForm, { description: '印刷か、ファイルか。' })
  form!: Form;
}
