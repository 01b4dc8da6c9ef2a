/**
 * Most characters (not bytes, not UTF-16 units) of each line that people type at a conference, by input and field: as much as the wall shows
 * from ten metres. The schema says them in its descriptions, and there the desk's counters are held against them.
 */
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
