import type { Decision, Subject } from './decide';
import { isBarred } from './decide-conference';
import { overlap } from './overlap';
import type { Viewer } from './viewer';

export type ProtectionAction = 'protection:read' | 'protection:register' | 'protection:change' | 'protection:end';
export type GlassAction = 'glass:break' | 'glass:read' | 'glass:review';

const yes = (because: Decision['because']): Decision => ({ allowed: true, because });
const no = (because: Decision['because']): Decision => ({ allowed: false, because });

/**
 * A protection (DV等支援措置 and the like): whoever serves the person or coordinates registers it, its holders alone read and change it, and it is
 * ended by somebody else than who asked for that, of its holders or a coordinator. Where one stands already, those outside it may not even try:
 * the refusal must be the one for a person who is not there.
 */
export function decideProtection(viewer: Viewer, action: ProtectionAction, { teams, protection }: Subject): Decision {
  if (viewer.audience !== 'staff') return no('role');
  const holds = overlap(protection?.holders, viewer.teams);
  const coordinates = viewer.roles.includes('coordinator');
  if (action === 'protection:register') {
    if (protection && !holds) return no('protection');
    return overlap(teams, viewer.teams) ? yes('own') : coordinates ? yes('granted') : no('role');
  }
  const asked = protection?.endingAskedBy;
  const mayEnd = holds || (coordinates && asked !== undefined);
  if (action === 'protection:change') return holds ? yes('own') : no('protection');
  if (!mayEnd) return no('protection');
  if (action === 'protection:end') return asked !== undefined && asked !== viewer.actor ? yes('granted') : no('role');
  return holds ? yes('own') : yes('granted');
}

/**
 * 緊急閲覧: whoever works with people may break the glass (not of somebody with whom they have a tie; who serves the other
 * party is told by the person's own rows, in the database); those
 * whom it was told to and coordinators review it once it has ended, never whoever broke it.
 */
export function decideGlass(viewer: Viewer, action: GlassAction, { glass, about }: Subject): Decision {
  if (action === 'glass:break') return isBarred(viewer, about) ? no('attendance') : yes('granted');
  if (viewer.audience !== 'staff' || !glass) return no('role');
  const told = overlap(glass.told, viewer.teams) ? yes('own') : viewer.roles.includes('coordinator') ? yes('granted') : undefined;
  if (action === 'glass:review') return told && glass.ended && glass.brokenBy !== viewer.actor ? told : no('role');
  return told ?? ((viewer.brokenGlass ?? []).some((id) => id === about) ? yes('glass') : no('role'));
}
