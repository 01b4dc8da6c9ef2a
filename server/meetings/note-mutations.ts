import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import type { ChangeContext } from '#server/database/change';
import { changed } from '#server/database/changed';
import { BoardNote } from './board-note';
import { holdNote } from './hold';
import {
  ApproveIssueOrder,
  FocusOrder,
  HoldNoteOrder,
  IssueOrder,
  NoteOrder,
  RewordNoteOrder,
  TakeBackActionOrder,
  TakeBackRoleOrder,
  TakeNoteOrder,
} from './note-orders';
import { approveIssue, raiseIssue } from './raise-issue';
import { addNote, rewordNote, takeNote } from './say';
import { Session } from './session';
import { takeBackActionItem, takeBackRole } from './take-back';
import { setFocus } from './wall';

/** What is written down of what people say, and what is taken back of it. */
@Resolver()
export class NoteMutations {
  @Mutation(() => BoardNote, { description: '会議で出た声を書きとめる。' })
  addNote(
    @Ctx() context: ChangeContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => NoteOrder, { description: '内容。' }) input: NoteOrder,
  ): Promise<unknown> {
    return changed(context, info, 'note.add', input, addNote);
  }

  @Mutation(() => BoardNote, { description: '声を書き直す。' })
  rewordNote(
    @Ctx() context: ChangeContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => RewordNoteOrder, { description: '内容。' }) input: RewordNoteOrder,
  ): Promise<unknown> {
    return changed(context, info, 'note.reword', input, rewordNote);
  }

  @Mutation(() => BoardNote, { description: '声を取り消す・戻す。' })
  takeNote(
    @Ctx() context: ChangeContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => TakeNoteOrder, { description: '内容。' }) input: TakeNoteOrder,
  ): Promise<unknown> {
    return changed(context, info, 'note.take', input, takeNote);
  }

  @Mutation(() => BoardNote, { description: '声を会場から下げる・会場に出す。' })
  holdNote(
    @Ctx() context: ChangeContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => HoldNoteOrder, { description: '内容。' }) input: HoldNoteOrder,
  ): Promise<unknown> {
    return changed(context, info, 'note.hold', input, holdNote);
  }

  @Mutation(() => BoardNote, { description: '足りない社会資源の声から、地域課題を起こす。' })
  raiseIssue(
    @Ctx() context: ChangeContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => IssueOrder, { description: '内容。' }) input: IssueOrder,
  ): Promise<unknown> {
    return changed(context, info, 'issue.raise', input, raiseIssue);
  }

  @Mutation(() => BoardNote, { description: '声から起こした地域課題を別の人が確かめ、議題に加える。' })
  approveIssue(
    @Ctx() context: ChangeContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => ApproveIssueOrder, { description: '内容。' }) input: ApproveIssueOrder,
  ): Promise<unknown> {
    return changed(context, info, 'issue.approve', input, approveIssue);
  }

  @Mutation(() => Session, { description: '会場の画面に出すものを選ぶ。' })
  setFocus(
    @Ctx() context: ChangeContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => FocusOrder, { description: '内容。' }) input: FocusOrder,
  ): Promise<unknown> {
    return changed(context, info, 'wall.focus', input, setFocus);
  }

  @Mutation(() => Session, { description: 'まちがえて加えた役割を、10分のうちに取り消す。' })
  takeBackRole(
    @Ctx() context: ChangeContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => TakeBackRoleOrder, { description: '内容。' }) input: TakeBackRoleOrder,
  ): Promise<unknown> {
    return changed(context, info, 'role.take-back', input, takeBackRole);
  }

  @Mutation(() => Session, { description: 'まちがえて加えた「次にやること」を、10分のうちに取り消す。' })
  takeBackActionItem(
    @Ctx() context: ChangeContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => TakeBackActionOrder, { description: '内容。' }) input: TakeBackActionOrder,
  ): Promise<unknown> {
    return changed(context, info, 'action.take-back', input, takeBackActionItem);
  }
}
