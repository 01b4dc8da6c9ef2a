import { Field, ID, InputType, Int } from 'type-graphql';
import { LinkKind } from './states';
import { textLimits } from './text-limits';

@InputType({ description: 'エコマップにつながりを加える。機関か、言葉のどちらか一つ。' })
export class LinkOrder {
  @Field(() => ID, { description: '議題。' })
  item!: string;
  @Field(() => ID, { nullable: true, description: 'つながる機関。' })
  organization?: string | null;
  @Field(() => String, {
    nullable: true,
    description: `機関でないときの言葉（${textLimits.LinkOrder.title}文字まで）。人の名前は書かない。`,
  })
  title?: string | null;
  @Field(() => LinkKind, { description: 'つながりの種類。' })
  kind!: LinkKind;
}

@InputType({ description: 'エコマップのつながりの種類を変える。' })
export class ChangeLinkOrder {
  @Field(() => ID, { description: 'つながり。' })
  link!: string;
  @Field(() => LinkKind, { description: 'つながりの種類。' })
  kind!: LinkKind;
  @Field(() => Int, { description: '手元のつながりの版。' })
  version!: number;
}

@InputType({ description: 'エコマップのつながりを取り消す・戻す。' })
export class TakeLinkOrder {
  @Field(() => ID, { description: 'つながり。' })
  link!: string;
  @Field(() => Boolean, { description: '取り消すなら真。' })
  taken!: boolean;
  @Field(() => Int, { description: '手元のつながりの版。' })
  version!: number;
}

@InputType({ description: 'エコマップのつながりを会場から下げる・会場に出す。' })
export class HoldLinkOrder {
  @Field(() => ID, { description: 'つながり。' })
  link!: string;
  @Field(() => Boolean, { description: '下げるなら真。' })
  held!: boolean;
  @Field(() => Int, { description: '手元のつながりの版。' })
  version!: number;
}
