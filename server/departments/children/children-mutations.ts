import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import type { ChangeContext } from '#server/database/change';
import { readOne } from '#server/database/read';
import { RecordNoteInput, writeNote } from '../write-note';
import { ChildrenRecord } from './children-record';
import { CoordinatorTrip } from './coordinator-trip';
import { IndividualPlan } from './individual-plan';
import { IndividualPlanInput, makeIndividualPlan } from './make-individual-plan';
import { CoordinatorTripInput, recordCoordinatorTrip } from './record-coordinator-trip';

/** What children's welfare writes. */
@Resolver()
export class ChildrenMutations {
  @Mutation(() => CoordinatorTrip, { description: '子育て支援総合コーディネーターの出張を記入する。' })
  async recordCoordinatorTrip(
    @Ctx() context: ChangeContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => CoordinatorTripInput, { description: '記入する内容。' }) input: CoordinatorTripInput,
  ): Promise<unknown> {
    return readOne(context, info, await recordCoordinatorTrip(context, input));
  }

  @Mutation(() => IndividualPlan, { description: '受け持った家庭の個別支援計画を作る。' })
  async makeIndividualPlan(
    @Ctx() context: ChangeContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => IndividualPlanInput, { description: '計画の内容。' }) input: IndividualPlanInput,
  ): Promise<unknown> {
    return readOne(context, info, await makeIndividualPlan(context, input));
  }

  @Mutation(() => ChildrenRecord, { description: '子どもの記録の覚え書きを書き換える。' })
  async writeChildrenNote(
    @Ctx() context: ChangeContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => RecordNoteInput, { description: '書き換える内容。' }) input: RecordNoteInput,
  ): Promise<unknown> {
    const notebook = { team: 'children', type: 'ChildrenRecord', record: ChildrenRecord };
    return readOne(context, info, await writeNote(context, notebook, input));
  }
}
