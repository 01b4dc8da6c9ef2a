/** Codes of the system, and SQLSTATE classes, with which a connection or its server is lost (PostgreSQL manual, appendix A). */
const codes = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND', 'EAI_AGAIN']);
const states = /^(08|57P0)/;
/** What `pg` and its pool say without a code. */
const words =
  /^(Query read timeout|Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;

/**
 * Whether the database did not answer, or no longer does: one may ask again. Not a statement that its limit stopped, which would only be as
 * heavy the next time.
 */
export function isGone(fault: unknown): boolean {
  if (!(fault instanceof Error)) return false;
  const { code } = fault as { readonly code?: unknown };
  return (typeof code === 'string' && (codes.has(code) || states.test(code))) || words.test(fault.message);
}

/** Whether a statement was stopped by its limit (`statement_timeout`): it was too heavy, or the database too busy. */
export function isStopped(fault: unknown): boolean {
  return fault instanceof Error && (fault as { readonly code?: unknown }).code === '57014';
}
