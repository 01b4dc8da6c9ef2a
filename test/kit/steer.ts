import { asSystem } from '#server/database/as-viewer';
import type { Answer, Guest, Town } from './a-town';

/** Input type of every change that can be made to a board. */
const inputs = {
  createSession: 'ConveneOrder',
  moveSession: 'MoveOrder',
  cancelSession: 'CancelOrder',
  uncancelSession: 'SessionOrder',
  openSession: 'SessionOrder',
  closeSession: 'SessionOrder',
  moveOn: 'StepOrder',
  putOnAgenda: 'AgendaOrder',
  takeOffAgenda: 'TakeOffOrder',
  bringToFront: 'FrontOrder',
  addRole: 'RoleOrder',
  assignRole: 'AssignOrder',
  addActionItem: 'ActionOrder',
  reviseActionItem: 'ReviseOrder',
  finishActionItem: 'FinishOrder',
  renameRole: 'RenameOrder',
  holdRole: 'HoldRoleOrder',
  holdActionItem: 'HoldActionOrder',
  setWall: 'WallOrder',
  setLettering: 'LetteringOrder',
  setTimer: 'TimerOrder',
  takeOver: 'TakeOverOrder',
  addNote: 'NoteOrder',
  rewordNote: 'RewordNoteOrder',
  takeNote: 'TakeNoteOrder',
  holdNote: 'HoldNoteOrder',
  addLink: 'LinkOrder',
  changeLink: 'ChangeLinkOrder',
  takeLink: 'TakeLinkOrder',
  holdLink: 'HoldLinkOrder',
  raiseIssue: 'IssueOrder',
  approveIssue: 'ApproveIssueOrder',
  setFocus: 'FocusOrder',
  takeBackRole: 'TakeBackRoleOrder',
  takeBackActionItem: 'TakeBackActionOrder',
  pairDisplay: 'PairOrder',
  revokeDisplay: 'RevokeOrder',
  conveneSupport: 'SupportOrder',
  acknowledgeSecrecy: 'SecrecyOrder',
  inviteMember: 'InviteOrder',
  dismissMember: 'DismissOrder',
  markAttendance: 'AttendanceOrder',
  leaveTable: 'TableOrder',
  noteTie: 'TieOrder',
  recordDecision: 'OutcomeOrder',
  rewordDecision: 'RewordOrder',
  readBackDecision: 'ReadBackOrder',
  holdDecision: 'HoldDecisionOrder',
  deferPoint: 'DeferOrder',
  resumePoint: 'ResumeOrder',
  settleCarriedOver: 'SettleOrder',
  unsettleCarriedOver: 'UnsettleOrder',
  leaveCarriedOver: 'LeaveOrder',
  acceptActionItem: 'AcceptOrder',
  finishAtDesk: 'DeskDoneOrder',
  giveBackActionItem: 'GiveBackOrder',
  propose: 'ProposeOrder',
  answerProposal: 'AnswerOrder',
  reportProposal: 'ReportOrder',
  setSeries: 'SeriesOrder',
  correctRecord: 'CorrectOrder',
  approveCorrection: 'ApproveCorrectionOrder',
  refuseCorrection: 'RefuseCorrectionOrder',
  requestMatter: 'RequestOrder',
  withdrawRequest: 'WithdrawRequestOrder',
  declineRequest: 'DeclineOrder',
} as const;
/** Changes that answer an id and nothing else: whoever makes them may not see yet what they made. */
const answersId: readonly string[] = ['conveneSupport', 'acknowledgeSecrecy'];
export type Step = keyof typeof inputs;
export const steps = Object.keys(inputs) as Step[];

/** The document of one change. */
export function changeDocument(step: Step, selection = '__typename'): string {
  return `mutation ($input: ${inputs[step]}!) { done: ${step}(input: $input)${answersId.includes(step) ? '' : ` { ${selection} }`} }`;
}

/** What a change answered. `problem` holds the refusal as the screen would show it. */
export interface Steered {
  // biome-ignore lint/suspicious/noExplicitAny: each test knows what it asked for
  readonly done: any;
  readonly problem?: {
    readonly code: unknown;
    readonly message: string;
    readonly fields?: Readonly<Record<string, string>>;
    readonly [detail: string]: unknown;
  };
  readonly text: string;
}

/** Makes one change to a board over HTTP. */
export async function steer(
  guest: Guest,
  step: Step,
  input: Record<string, unknown>,
  selection = '__typename',
  key?: string,
): Promise<Steered> {
  // biome-ignore lint/suspicious/noExplicitAny: see Steered
  const answer: Answer<any> = await guest.ask(
    changeDocument(step, selection),
    { input },
    key === undefined ? {} : { 'idempotency-key': key },
  );
  const [error] = answer.errors ?? [];
  return {
    done: answer.data?.done,
    text: answer.text,
    ...(error ? { problem: { message: error.message, ...(error.extensions as { code: unknown }) } } : {}),
  };
}

/** The same, when it must go well. */
export async function steered(
  guest: Guest,
  step: Step,
  input: Record<string, unknown>,
  selection = 'id version',
): Promise<Steered['done']> {
  const { done, problem, text } = await steer(guest, step, input, selection);
  if (problem) throw new Error(`${step}: ${text}`);
  return done;
}

/** Today's 地域まるごと支援会議, which is about to begin. */
export async function todaysSession(town: Town): Promise<string> {
  const [row] = await town.rows<{ id: string }>(`select id from core.session where kind = 'MARUGOTO' and status = 'PREPARING'`);
  if (!row) throw new Error('no conference today');
  return row.id;
}

/** A new session of the same kind, open and empty: a board of one's own in a city that tests share. */
export async function aBoard(facilitator: Guest, title = '試しの会議'): Promise<{ readonly session: string; readonly version: number }> {
  const made = await steered(facilitator, 'createSession', { kind: 'MARUGOTO', title, heldOn: '2026-11-23', place: '市民会館' });
  const { id, version } = await steered(facilitator, 'openSession', { session: made.id, version: made.version });
  return { session: id, version };
}

/** The board log of a session as it stands in the table, for consoles and displays, oldest first. */
export function boardLog(town: Town, session: string): Promise<{ audience: 'console' | 'display'; seq: number; kind: string }[]> {
  return asSystem(town.database, 'hub_system', (query) =>
    query('select audience, seq, kind from hub.board_event where session_id = $1 order by audience, seq', [session]),
  );
}
