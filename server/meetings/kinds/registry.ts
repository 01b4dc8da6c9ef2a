import type { ConferenceKind } from '#server/access/conference-profile';
import type { Conference } from './conference';
import { connect } from './connect';
import { evaluation } from './evaluation';
import { internalReview } from './internal-review';
import { multiAgency } from './multi-agency';
import { openTalkingBar } from './open-talking-bar';
import { supportConference } from './support-conference';
import { wholeCommunity } from './whole-community';
import { working } from './working';

/** Every kind of conference, one line each. */
export const kindsInOrder: readonly Conference[] = [
  multiAgency,
  evaluation,
  supportConference,
  internalReview,
  working,
  wholeCommunity,
  connect,
  openTalkingBar,
];

/** The conference of a kind. */
export function conferenceOf(kind: ConferenceKind): Conference {
  const found = kindsInOrder.find((each) => each.key === kind);
  if (!found) throw new Error(`no conference of kind ${kind}`);
  return found;
}

const byKind = (value: (conference: Conference) => string) => (t: string) =>
  `case ${t}.kind ${kindsInOrder.map((each) => `when '${each.key}' then ${value(each)}`).join(' ')} end`;

/** The kind's name, as SQL on a row of core.session. */
export const kindName = byKind((each) => `'${each.name}'`);

/** Whether a conference of the kind may stand on a screen in the room, as SQL on a row of core.session. */
export const projected = byKind((each) => String(each.profile.projection));

/** The kind's steps, as SQL on a row of core.session. */
export const stepNames = byKind((each) => `array[${each.steps.map((step) => `'${step}'`).join(', ')}]`);
