/** Most characters that the hub takes for what people type here, by input and field. The schema says them; a test holds the two together. */
export const textLimits = {
  ConveneOrder: { title: 40, place: 40 },
  SupportOrder: { title: 40, place: 40 },
  AgendaOrder: { reason: 200 },
  OutcomeOrder: { decision: 200 },
  RoleOrder: { title: 20 },
  RenameOrder: { title: 20 },
  ActionOrder: { title: 40 },
  ReviseOrder: { title: 40 },
  NoteOrder: { title: 40 },
  RewordOrder: { title: 40 },
  IssueOrder: { description: 100 },
} as const;
