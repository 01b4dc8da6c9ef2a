/** Most characters that the hub takes for what people type here, by input and field. The schema says them; a test holds the two together. */
export const textLimits = {
  ConveneOrder: { title: 40, place: 40 },
  SupportOrder: { title: 40, place: 40 },
  AgendaOrder: { reason: 200 },
  OutcomeOrder: { title: 60 },
  RewordOrder: { title: 60 },
  DeferOrder: { reason: 100 },
  RoleOrder: { title: 20 },
  RenameOrder: { title: 20 },
  ActionOrder: { title: 40 },
  ReviseOrder: { title: 40 },
  NoteOrder: { title: 40 },
  RewordNoteOrder: { title: 40 },
  IssueOrder: { description: 100 },
  CardWords: { title: 20, strengths: 17, wishes: 17, worries: 17, note: 200 },
  SendBackOrder: { words: 200 },
} as const;
