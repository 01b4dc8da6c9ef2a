import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, ID, Info, Mutation, Resolver } from 'type-graphql';
import type { Tx } from '#server/database/as-viewer';
import { type ChangeContext, type Changed, change } from '#server/database/change';
import { changed } from '#server/database/changed';
import { AccessChange } from './access-change';
import {
  ContractOrder,
  DecisionOrder,
  EnrolmentOrder,
  ExtensionOrder,
  RolesOrder,
  ServiceOrder,
  SetupOrder,
  SubjectOrder,
} from './access-orders';
import { askEnrolment, askRoles, askService, askSetup, askSubject } from './ask-change';
import { askContract, askExtension } from './ask-contract';
import { Contract } from './contract';
import { approveChange, refuseChange } from './decide-change';
import { ServiceAccount } from './service-account';
import { StaffAccount } from './staff-account';
import { endContract, revokeService, suspendSignIn } from './take-away';

/** One commit, then what it hands over. A request that is sent again is answered null: a secret is shown once. */
async function handed<O>(
  context: ChangeContext,
  action: string,
  order: O,
  work: (tx: Tx, order: O) => Promise<Changed & { handed?: string }>,
) {
  let secret: string | undefined;
  await change(context, action, order, async (tx) => {
    const done = await work(tx, order);
    secret = done.handed;
    return done;
  });
  return secret ?? null;
}

/** What administrators ask of each other. Giving takes two of them, taking away one. */
@Resolver()
export class AdministrationMutations {
  @Mutation(() => AccessChange, { description: '役割・担当・期限の変更を申請する。' })
  requestRoles(
    @Ctx() context: ChangeContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => RolesOrder, { description: '内容。' }) input: RolesOrder,
  ): Promise<unknown> {
    return changed(context, info, 'access.ask-roles', input, askRoles);
  }

  @Mutation(() => AccessChange, { description: '職員を加える申請をする。' })
  requestEnrolment(
    @Ctx() context: ChangeContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => EnrolmentOrder, { description: '内容。' }) input: EnrolmentOrder,
  ): Promise<unknown> {
    return changed(context, info, 'access.ask-enrolment', input, askEnrolment);
  }

  @Mutation(() => String, {
    nullable: true,
    description: 'サインインの設定リンクを申請する。答えはリンクの半分で、一度だけ見える。残りの番号は、承認した管理者が受け取る。',
  })
  requestSetupLink(
    @Ctx() context: ChangeContext,
    @Arg('input', () => SetupOrder, { description: '内容。' }) input: SetupOrder,
  ): Promise<unknown> {
    return handed(context, 'access.ask-setup', input, async (tx, order) => {
      const { link, ...done } = await askSetup(tx, order);
      return { ...done, handed: link };
    });
  }

  @Mutation(() => AccessChange, { description: '市の認証基盤のアカウントと結ぶ申請をする。' })
  requestSubject(
    @Ctx() context: ChangeContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => SubjectOrder, { description: '内容。' }) input: SubjectOrder,
  ): Promise<unknown> {
    return changed(context, info, 'access.ask-subject', input, askSubject);
  }

  @Mutation(() => AccessChange, { description: 'サービス用アカウントを申請する。' })
  requestServiceAccount(
    @Ctx() context: ChangeContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => ServiceOrder, { description: '内容。' }) input: ServiceOrder,
  ): Promise<unknown> {
    return changed(context, info, 'access.ask-service', input, askService);
  }

  @Mutation(() => AccessChange, { description: '委託契約を結ぶ申請をする。承認されても、使えるのは契約の初日から。' })
  requestContract(
    @Ctx() context: ChangeContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => ContractOrder, { description: '内容。' }) input: ContractOrder,
  ): Promise<unknown> {
    return changed(context, info, 'access.ask-contract', input, askContract);
  }

  @Mutation(() => AccessChange, { description: '委託契約の期間を延ばす申請をする。' })
  requestContractExtension(
    @Ctx() context: ChangeContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => ExtensionOrder, { description: '内容。' }) input: ExtensionOrder,
  ): Promise<unknown> {
    return changed(context, info, 'access.ask-extension', input, askExtension);
  }

  @Mutation(() => String, {
    nullable: true,
    description: '申請を承認する。設定リンクなら確認の番号、サービス用アカウントなら鍵が、一度だけ答えに入る。ほかは空。',
  })
  approveAccessChange(
    @Ctx() context: ChangeContext,
    @Arg('input', () => DecisionOrder, { description: '内容。' }) input: DecisionOrder,
  ): Promise<unknown> {
    return handed(context, 'access.approve', input, async (tx, order) => {
      const { secret, ...done } = await approveChange(tx, order);
      return secret === undefined ? done : { ...done, handed: secret };
    });
  }

  @Mutation(() => AccessChange, { description: '申請を認めない。申請した人なら取り下げる。' })
  refuseAccessChange(
    @Ctx() context: ChangeContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => DecisionOrder, { description: '内容。' }) input: DecisionOrder,
  ): Promise<unknown> {
    return changed(context, info, 'access.refuse', input, refuseChange);
  }

  @Mutation(() => StaffAccount, { description: 'その人のサインインをすべて終え、設定リンクを渡し直すまで止める。一人でできる。' })
  suspendSignIn(
    @Ctx() context: ChangeContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('staff', () => ID, { description: '職員。' }) staff: string,
  ): Promise<unknown> {
    return changed(context, info, 'access.suspend', staff, suspendSignIn);
  }

  @Mutation(() => ServiceAccount, { description: 'サービス用アカウントを止める。一人でできる。' })
  revokeServiceAccount(
    @Ctx() context: ChangeContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('service', () => ID, { description: 'サービス用アカウント。' }) service: string,
  ): Promise<unknown> {
    return changed(context, info, 'access.revoke-service', service, revokeService);
  }

  @Mutation(() => Contract, { description: '委託契約を終える。委託先の人の利用は、1秒以内に終わる。一人でできる。' })
  endContract(
    @Ctx() context: ChangeContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('contract', () => ID, { description: '契約。' }) contract: string,
  ): Promise<unknown> {
    return changed(context, info, 'access.end-contract', contract, endContract);
  }
}
