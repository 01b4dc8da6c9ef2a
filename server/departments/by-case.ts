/** Rows of a department belong together when they hang on the same case. */
export function byCase(t: string, u: string): string {
  return `${u}.case_id = ${t}.case_id`;
}
