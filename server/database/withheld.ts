import { Directive, Field, ObjectType } from 'type-graphql';
import type { Withheld as Entry } from '#server/access/project';
import { Shown } from './shape';

/** A field that was asked for and not given, with the reason in words fit for the screen. */
@ObjectType({ description: '表示を控えた項目と、その理由。' })
@Directive('@shareable')
@(Shown('public', { contracts: ['display', 'analyst'] }) as ClassDecorator)
export class Withheld implements Entry {
  @Field(() => String, { description: '控えた項目の名前。' })
  @Shown('public', { contracts: ['display', 'analyst'] })
  field!: string;

  @Field(() => String, { description: '控えた理由。画面にそのまま出せる文。' })
  @Shown('public', { contracts: ['display', 'analyst'] })
  reason!: string;
}
