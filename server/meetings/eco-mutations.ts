import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import type { ChangeContext } from '#server/database/change';
import { changed } from '#server/database/changed';
import { addLink, changeLink, takeLink } from './draw-link';
import { EcoLink } from './eco-link';
import { ChangeLinkOrder, HoldLinkOrder, LinkOrder, TakeLinkOrder } from './eco-orders';
import { holdLink } from './hold';

/** What is drawn on the map of a matter (エコマップ). */
@Resolver()
export class EcoMutations {
  @Mutation(() => EcoLink, { description: 'エコマップにつながりを加える。' })
  addLink(
    @Ctx() context: ChangeContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => LinkOrder, { description: '内容。' }) input: LinkOrder,
  ): Promise<unknown> {
    return changed(context, info, 'link.add', input, addLink);
  }

  @Mutation(() => EcoLink, { description: 'エコマップのつながりの種類を変える。' })
  changeLink(
    @Ctx() context: ChangeContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => ChangeLinkOrder, { description: '内容。' }) input: ChangeLinkOrder,
  ): Promise<unknown> {
    return changed(context, info, 'link.change', input, changeLink);
  }

  @Mutation(() => EcoLink, { description: 'エコマップのつながりを取り消す・戻す。' })
  takeLink(
    @Ctx() context: ChangeContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => TakeLinkOrder, { description: '内容。' }) input: TakeLinkOrder,
  ): Promise<unknown> {
    return changed(context, info, 'link.take', input, takeLink);
  }

  @Mutation(() => EcoLink, { description: 'エコマップのつながりを会場から下げる・会場に出す。' })
  holdLink(
    @Ctx() context: ChangeContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => HoldLinkOrder, { description: '内容。' }) input: HoldLinkOrder,
  ): Promise<unknown> {
    return changed(context, info, 'link.hold', input, holdLink);
  }
}
