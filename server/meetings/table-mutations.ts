import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, ID, Info, Mutation, Resolver } from 'type-graphql';
import type { Tx } from '#server/database/as-viewer';
import { type ChangeContext, type Changed, change } from '#server/database/change';
import { readOne } from '#server/database/read';
import { acknowledgeSecrecy } from './acknowledge-secrecy';
import { AgendaItem } from './agenda-item';
import { conveneSupport } from './convene-support';
import { invitationOf, recordInvitation } from './export-invitation';
import { leaveTable, noteTie } from './leave-table';
import { dismissMember, inviteMember, markAttendance } from './members';
import { Session } from './session';
import { AttendanceOrder, DismissOrder, InviteOrder, SecrecyOrder, SupportOrder, TableOrder, TieOrder } from './table-orders';

type Work<O> = (tx: Tx, order: O) => Promise<Changed>;

/** One commit, then what was touched, re-read as the viewer. */
async function changed<O>(context: ChangeContext, info: GraphQLResolveInfo, action: string, order: O, work: Work<O>): Promise<unknown> {
  return readOne(context, info, await change(context, action, order, (tx) => work(tx, order)));
}

/** Who sits at a table, who has left it, and what it may hear. */
@Resolver()
export class TableMutations {
  @Mutation(() => ID, {
    description: '支援会議を、出席者の名簿を定めて招集する。答えは会議の識別子。開催そのものが、出席者のほかには見えない。',
  })
  conveneSupport(
    @Ctx() context: ChangeContext,
    @Arg('input', () => SupportOrder, { description: '内容。' }) input: SupportOrder,
  ): Promise<string> {
    return change(context, 'session.convene', input, (tx) => conveneSupport(tx, input));
  }

  @Mutation(() => ID, { description: '支援会議の守秘義務を確認する。答えは会議の識別子。確認した人にだけ、会議の中身が開く。' })
  acknowledgeSecrecy(
    @Ctx() context: ChangeContext,
    @Arg('input', () => SecrecyOrder, { description: '内容。' }) input: SecrecyOrder,
  ): Promise<string> {
    return change(context, 'session.acknowledge', input, (tx) => acknowledgeSecrecy(tx, input));
  }

  @Mutation(() => String, {
    description:
      '招待のファイル（iCalendar）を出し、持ち出しとして記録する。日と場所と会議の種類だけで、題や議題は入らない。支援会議は「会議」とだけ書く。',
  })
  async exportInvitation(
    @Ctx() context: ChangeContext,
    @Arg('session', () => ID, { description: '会議。' }) session: string,
  ): Promise<string> {
    return invitationOf(context, await change(context, 'session.invitation', session, (tx) => recordInvitation(tx, session)));
  }

  @Mutation(() => Session, { description: '出席者を加える。支援会議では、招集した人だけ。' })
  inviteMember(
    @Ctx() context: ChangeContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => InviteOrder, { description: '内容。' }) input: InviteOrder,
  ): Promise<unknown> {
    return changed(context, info, 'member.invite', input, inviteMember);
  }

  @Mutation(() => Session, { description: '出席者を外す。その人の画面からは、1秒以内に消える。' })
  dismissMember(
    @Ctx() context: ChangeContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => DismissOrder, { description: '内容。' }) input: DismissOrder,
  ): Promise<unknown> {
    return changed(context, info, 'member.dismiss', input, dismissMember);
  }

  @Mutation(() => Session, { description: '出席を記録する。' })
  markAttendance(
    @Ctx() context: ChangeContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => AttendanceOrder, { description: '内容。' }) input: AttendanceOrder,
  ): Promise<unknown> {
    return changed(context, info, 'member.attend', input, markAttendance);
  }

  @Mutation(() => AgendaItem, { description: '議題の間、席を外した・戻ったことを記録する。' })
  leaveTable(
    @Ctx() context: ChangeContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => TableOrder, { description: '内容。' }) input: TableOrder,
  ): Promise<unknown> {
    return changed(context, info, 'table.leave', input, leaveTable);
  }

  @Mutation(() => AgendaItem, { description: '出席者と議題の本人との関係（利益相反）を届け出る。' })
  noteTie(
    @Ctx() context: ChangeContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => TieOrder, { description: '内容。' }) input: TieOrder,
  ): Promise<unknown> {
    return changed(context, info, 'tie.note', input, noteTie);
  }
}
