import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Column, PrimaryColumn } from 'typeorm';
import { Row, Shown } from '#server/database/shape';

const open = { contracts: ['display'] } as const;

const ReadingKind = { TERM: 'TERM', PLACE: 'PLACE', OFFICE: 'OFFICE' } as const;
type ReadingKind = keyof typeof ReadingKind;
registerEnumType(ReadingKind, {
  name: 'ReadingKind',
  description: '読み方を定めた言葉の種類。',
  valuesConfig: {
    TERM: { description: '用語。' },
    PLACE: { description: '地名。' },
    OFFICE: { description: '機関・団体・窓口の名前。' },
  },
});

/** How a term, a place or an office is read: written down by people, never guessed by a program. */
@ObjectType({ description: '言葉の読み方。人が定めたもので、機械の推測ではない。' })
@Row('core.reading', { ...open, keyType: 'text' })
export class Reading {
  @Field(() => ID, { description: '言葉そのもの。' })
  @PrimaryColumn('text')
  @Shown('public', open)
  id!: string;

  @Field(() => String, { description: '読みを添えた言葉。「地域[ちいき]課題[かだい]」の形。' })
  @Column('text')
  @Shown('public', open)
  furigana!: string;

  @Field(() => ReadingKind, { description: '言葉の種類。' })
  @Column('text')
  @Shown('public', open)
  kind!: ReadingKind;
}
