/** Everything that may be wrong with a department's answer, in our own words. */
export type DepartmentFaultReason =
  | 'no answer in time'
  | 'out of reach'
  | 'refused'
  | 'too large'
  | 'not JSON'
  | 'not what was asked'
  | 'answered an error'
  | 'offers no live fields';

/** A department could not be read. Never carries a text that came from it: such a text may quote a record, a statement or a password. */
export class DepartmentFault extends Error {
  override readonly name = 'DepartmentFault';
  constructor(
    readonly reason: DepartmentFaultReason,
    /** HTTP status, where there was one. */
    readonly status?: number,
  ) {
    super(reason);
  }
}
