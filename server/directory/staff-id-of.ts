import type { Viewer } from '#server/access/viewer';
import { Denied } from '#server/kernel/problem';

/** The member of staff that the viewer is. Throws `Denied` for programs and displays: what takes a person takes a person. */
export function staffIdOf({ actor }: Viewer): string {
  if (!actor.startsWith('staff:')) throw new Denied('この操作は職員が行います。');
  return actor.slice('staff:'.length);
}
