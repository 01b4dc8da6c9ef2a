/**
 * Most characters (not bytes, not UTF-16 units) of each line that people type at a conference, by input and field: as much as the wall shows
 * from ten metres. The schema says them in its descriptions, and there the desk's counters are held against them.
 */
export const textLimits = {
  ConveneOrder: { title: 40, place: 40 },
  MoveOrder: { title: 40, place: 40 },
  CancelOrder: { reason: 100 },
  SeriesOrder: { place: 40 },
  SupportOrder: { title: 40, place: 40 },
  AgendaOrder: { reason: 200 },
  TellingOrder: { title: 30, words: 200 },
  RequestOrder: { reason: 200 },
  DeclineOrder: { reason: 100 },
  OutcomeOrder: { title: 60 },
  RewordOrder: { title: 60 },
  DeferOrder: { reason: 100 },
  CorrectOrder: { title: 60, reason: 100 },
  RefuseCorrectionOrder: { reason: 100 },
  ProposeOrder: { addressee: 40, title: 100 },
  AnswerOrder: { answer: 200 },
  RoleOrder: { title: 20 },
  RenameOrder: { title: 20 },
  ActionOrder: { title: 40 },
  ReviseOrder: { title: 40 },
  NoteOrder: { title: 40 },
  RewordNoteOrder: { title: 40 },
  LinkOrder: { title: 16 },
  IssueOrder: { description: 100 },
  CardWords: { title: 20, strengths: 17, wishes: 17, worries: 17, note: 200 },
  DeskDoneOrder: { note: 100 },
  GiveBackOrder: { reason: 100 },
  SendBackOrder: { words: 200 },
} as const;
