import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import type { ChangeContext } from '#server/database/change';
import { changed } from '#server/database/changed';
import { approveCorrection, correctRecord, refuseCorrection } from './correct';
import { Correction } from './correction';
import { ApproveCorrectionOrder, CorrectOrder, RefuseCorrectionOrder } from './correction-orders';

/** What is put right in a record that is closed. */
@Resolver()
export class CorrectionMutations {
  @Mutation(() => Correction, { description: '終わった会議の記録を訂正する。もとの言葉は残る。' })
  correctRecord(
    @Ctx() context: ChangeContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => CorrectOrder, { description: '内容。' }) input: CorrectOrder,
  ): Promise<unknown> {
    return changed(context, info, 'record.correct', input, correctRecord);
  }

  @Mutation(() => Correction, { description: '別の人が書いた訂正を確かめ、立てる。' })
  approveCorrection(
    @Ctx() context: ChangeContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => ApproveCorrectionOrder, { description: '内容。' }) input: ApproveCorrectionOrder,
  ): Promise<unknown> {
    return changed(context, info, 'record.approve-correction', input, approveCorrection);
  }

  @Mutation(() => Correction, { description: '別の人が書いた訂正を、理由を添えて差し戻す。訂正も理由も残る。' })
  refuseCorrection(
    @Ctx() context: ChangeContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => RefuseCorrectionOrder, { description: '内容。' }) input: RefuseCorrectionOrder,
  ): Promise<unknown> {
    return changed(context, info, 'record.refuse-correction', input, refuseCorrection);
  }
}
