/**
 * What tells of nobody whom the city serves: how the screens of a room keep up, which colleagues have a page open, how much lies in one's own inbox. A
 * desk asks for these again and again. An answer of them alone leaves no row in the read audit; together with anything else they are named in its row.
 */
const ofNobody: ReadonlySet<string> = new Set([
  ...['displays', 'connected'].map((field) => `Session.${field}`),
  ...['id', 'code', 'state', 'pairedAt', 'validUntil', 'paintedAt', 'behind'].map((field) => `Display.${field}`),
  ...['id', 'staff', 'seenAt'].map((field) => `Presence.${field}`),
  ...['id', 'open', 'late', 'fresh', 'mark'].map((field) => `InboxStanding.${field}`),
]);

/** Names beside them, which by themselves are a list of conferences or of colleagues. */
const beside: ReadonlySet<string> = new Set(['Session.id', 'Staff.id', 'Staff.name']);

/** Whether an answer that read these fields (`Type.field`) tells of nobody. */
export function tellsOfNobody(fields: ReadonlySet<string>): boolean {
  return [...fields].every((field) => ofNobody.has(field) || beside.has(field)) && [...fields].some((field) => ofNobody.has(field));
}
