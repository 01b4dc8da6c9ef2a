import { exposure, type FieldClass, withheldReason } from './field-class';
import type { Viewer } from './viewer';

/** A field that was asked for and not given. */
export interface Withheld {
  readonly field: string;
  readonly reason: string;
}

/** What a row opens to the viewer: every class, or the named ones. */
export type Opened = 'all' | readonly FieldClass[];

/** Whether a field of `fieldClass` on a row that opens `opened` is shown. The one rule that the compiled SQL must agree with. */
export function shows(viewer: Viewer, fieldClass: FieldClass, opened: Opened): boolean {
  const rule = exposure[viewer.audience][fieldClass];
  return rule === 'always' || (rule === 'row' && (opened === 'all' || opened.includes(fieldClass)));
}

/** The record as the viewer may see it: withheld fields are null, and `withheld` names them with the reason, in the order of the fields. */
export function project<R extends Record<string, unknown>>(
  viewer: Viewer,
  classes: Readonly<Record<string, FieldClass>>,
  record: R,
  opened: Opened,
): { record: { [K in keyof R]: R[K] | null }; withheld: Withheld[] } {
  const withheld: Withheld[] = [];
  const entries = Object.entries(record).map(([field, value]) => {
    const fieldClass = classes[field];
    if (!fieldClass) throw new Error(`field ${field} has no class`);
    if (shows(viewer, fieldClass, opened)) return [field, value];
    withheld.push({ field, reason: withheldReason(viewer.audience, fieldClass) });
    return [field, null];
  });
  return { record: Object.fromEntries(entries), withheld };
}
