/**
 * What tells of nobody whom the city serves: how the screens of a room keep up, which colleagues have a page open, how much lies in one's own inbox. A
 * desk asks for these again and again. An answer of them alone leaves no row in the read audit; together with anything else they are named in its row.
 */
const ofNobody: ReadonlySet<string> = new Set([
  ...['id', 'displays', 'connected'].map((field) => `Session.${field}`),
  ...['id', 'code', 'state', 'pairedAt', 'validUntil', 'paintedAt', 'behind'].map((field) => `Display.${field}`),
  ...['id', 'staff', 'seenAt'].map((field) => `Presence.${field}`),
  ...['id', 'name'].map((field) => `Staff.${field}`),
  ...['id', 'open', 'late', 'fresh', 'mark'].map((field) => `InboxStanding.${field}`),
]);

/** Whether an answer that read nothing but these fields (`Type.field`) tells of nobody. */
export function tellsOfNobody(fields: ReadonlySet<string>): boolean {
  return [...fields].every((field) => ofNobody.has(field));
}
