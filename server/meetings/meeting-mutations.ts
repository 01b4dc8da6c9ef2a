import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, ID, Info, Mutation, Resolver } from 'type-graphql';
import type { ChangeContext } from '#server/database/change';
import { changed } from '#server/database/changed';
import { addActionItem, finishActionItem, reviseActionItem } from './act';
import { ActionItem } from './action-item';
import { bringToFront, putOnAgenda, takeOffAgenda } from './agenda';
import { AgendaItem } from './agenda-item';
import { addRole, assignRole } from './assign-role';
import { cancelSession, uncancelSession } from './cancel-session';
import { convene, moveOn, openSession } from './convene';
import { Display } from './display';
import { moveSession } from './move-session';
import {
  ActionOrder,
  AgendaOrder,
  AssignOrder,
  CancelOrder,
  ConveneOrder,
  FinishOrder,
  FrontOrder,
  MoveOrder,
  PairOrder,
  ReviseOrder,
  RevokeOrder,
  RoleOrder,
  SessionOrder,
  StepOrder,
  TakeOffOrder,
} from './orders';
import { pairDisplay, revokeDisplay } from './pair-display';
import { printSession } from './print-session';
import { Role } from './role';
import { Session } from './session';

/** What facilitator and recorder do to a board. */
@Resolver()
export class MeetingMutations {
  @Mutation(() => Session, { description: '会議を作る。' })
  createSession(
    @Ctx() context: ChangeContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => ConveneOrder, { description: '内容。' }) input: ConveneOrder,
  ): Promise<unknown> {
    return changed(context, info, 'session.convene', input, convene);
  }

  @Mutation(() => Session, { description: 'まだ始めていない会議の、日・時刻・場所・題を変える。' })
  moveSession(
    @Ctx() context: ChangeContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => MoveOrder, { description: '内容。' }) input: MoveOrder,
  ): Promise<unknown> {
    return changed(context, info, 'session.move', input, moveSession);
  }

  @Mutation(() => Session, { description: 'まだ始めていない会議の、開催を取りやめる。議題になっていた依頼は、また待つ。' })
  cancelSession(
    @Ctx() context: ChangeContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => CancelOrder, { description: '内容。' }) input: CancelOrder,
  ): Promise<unknown> {
    return changed(context, info, 'session.cancel', input, cancelSession);
  }

  @Mutation(() => Session, { description: '開催の取りやめを、10分のうちに取り消す。' })
  uncancelSession(
    @Ctx() context: ChangeContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => SessionOrder, { description: '内容。' }) input: SessionOrder,
  ): Promise<unknown> {
    return changed(context, info, 'session.uncancel', input, uncancelSession);
  }

  @Mutation(() => Session, { description: '会議を始める。' })
  openSession(
    @Ctx() context: ChangeContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => SessionOrder, { description: '内容。' }) input: SessionOrder,
  ): Promise<unknown> {
    return changed(context, info, 'session.open', input, openSession);
  }

  @Mutation(() => Session, { description: '会議の段階を進める・戻す。' })
  moveOn(
    @Ctx() context: ChangeContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => StepOrder, { description: '内容。' }) input: StepOrder,
  ): Promise<unknown> {
    return changed(context, info, 'session.step', input, moveOn);
  }

  @Mutation(() => AgendaItem, { description: '承認された事例カードか地域課題を議題に加える。' })
  putOnAgenda(
    @Ctx() context: ChangeContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => AgendaOrder, { description: '内容。' }) input: AgendaOrder,
  ): Promise<unknown> {
    return changed(context, info, 'agenda.put', input, putOnAgenda);
  }

  @Mutation(() => Session, { description: '議題を外す。' })
  takeOffAgenda(
    @Ctx() context: ChangeContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => TakeOffOrder, { description: '内容。' }) input: TakeOffOrder,
  ): Promise<unknown> {
    return changed(context, info, 'agenda.take-off', input, takeOffAgenda);
  }

  @Mutation(() => Session, { description: '議題を会場に出す。' })
  bringToFront(
    @Ctx() context: ChangeContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => FrontOrder, { description: '内容。' }) input: FrontOrder,
  ): Promise<unknown> {
    return changed(context, info, 'agenda.front', input, bringToFront);
  }

  @Mutation(() => Role, { description: '役割を加える。' })
  addRole(
    @Ctx() context: ChangeContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => RoleOrder, { description: '内容。' }) input: RoleOrder,
  ): Promise<unknown> {
    return changed(context, info, 'role.add', input, addRole);
  }

  @Mutation(() => Role, { description: '役割を担う機関を決める。' })
  assignRole(
    @Ctx() context: ChangeContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => AssignOrder, { description: '内容。' }) input: AssignOrder,
  ): Promise<unknown> {
    return changed(context, info, 'role.assign', input, assignRole);
  }

  @Mutation(() => ActionItem, { description: '次にやることを加える。' })
  addActionItem(
    @Ctx() context: ChangeContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => ActionOrder, { description: '内容。' }) input: ActionOrder,
  ): Promise<unknown> {
    return changed(context, info, 'action.add', input, addActionItem);
  }

  @Mutation(() => ActionItem, { description: '次にやることを書き直す。' })
  reviseActionItem(
    @Ctx() context: ChangeContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => ReviseOrder, { description: '内容。' }) input: ReviseOrder,
  ): Promise<unknown> {
    return changed(context, info, 'action.revise', input, reviseActionItem);
  }

  @Mutation(() => ActionItem, { description: '次にやることを済みにする・戻す。' })
  finishActionItem(
    @Ctx() context: ChangeContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => FinishOrder, { description: '内容。' }) input: FinishOrder,
  ): Promise<unknown> {
    return changed(context, info, 'action.finish', input, finishActionItem);
  }

  @Mutation(() => Display, { description: '会場の画面を会議につなぐ。' })
  pairDisplay(
    @Ctx() context: ChangeContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => PairOrder, { description: '内容。' }) input: PairOrder,
  ): Promise<unknown> {
    return changed(context, info, 'display.pair', input, pairDisplay);
  }

  @Mutation(() => Display, { description: '会場の画面の表示を終える。' })
  revokeDisplay(
    @Ctx() context: ChangeContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => RevokeOrder, { description: '内容。' }) input: RevokeOrder,
  ): Promise<unknown> {
    return changed(context, info, 'display.revoke', input, revokeDisplay);
  }

  @Mutation(() => Session, { description: '会議の紙を印刷することを記録する。記録してから印刷する。' })
  printSession(
    @Ctx() context: ChangeContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('session', () => ID, { description: '会議。' }) session: string,
  ): Promise<unknown> {
    return changed(context, info, 'session.print', session, printSession);
  }
}
