import type { BoardCard, BoardItem, BoardSession } from '../display/board-document';
import type { Withheld } from '../ui/withheld-note';
import { consoleWords } from '../words/console-words';
import type { CardData, Held, ItemData, SessionData } from './session-data';

const { because } = consoleWords.room;

/** The session with nothing but what the display's contract has: the room's picture from the console's richer answer. */
export function roomView(session: SessionData): BoardSession {
  const { id, kindName, number, title, heldOn, startsAt, endsAt, status, step, steps, wall, focus, indicator, textStep, furigana, easy } =
    session;
  const { noteKinds, noteWords, easySteps, easyNoteWords, timerEndsAt, timerLeft } = session;
  const front = session.agenda.find((item) => item.id === session.frontItem?.id);
  return {
    id,
    kindName,
    number,
    title,
    heldOn,
    startsAt,
    endsAt,
    status,
    step,
    steps,
    wall,
    focus,
    indicator,
    textStep,
    furigana,
    easy,
    noteKinds,
    noteWords,
    easySteps,
    easyNoteWords,
    timerEndsAt,
    timerLeft,
    frontItem: front ? roomItem(front) : null,
  };
}

function roomItem({ id, letter, kind, title, words, card, issue, notes, roles, actionItems, decisions, links }: ItemData): BoardItem {
  return {
    id,
    letter,
    kind,
    title,
    words,
    card: card && roomCard(card),
    issue,
    notes: notes.filter(onWall),
    roles: roles.filter(onWall),
    actionItems: actionItems.filter(onWall),
    decisions: decisions.filter(onWall),
    links: links.filter(onWall),
  };
}

const onWall = ({ held }: { readonly held: Held | null }): boolean => held === null;

/** Field by field: what is not named here does not reach the room's picture. */
function roomCard({ id, title, ageBand, district, districtShown, strengths, wishes, worries }: CardData): BoardCard {
  return { id, title, ageBand, district: districtShown ? district : null, strengths, wishes, worries };
}

/** What the console has and the room does not get, and why. */
export function keptFromRoom(session: SessionData): Withheld[] {
  const front = session.agenda.find((item) => item.id === session.frontItem?.id);
  const waiting = session.agenda.filter((item) => item.state === 'WAITING').length;
  const lines = front ? [...front.notes, ...front.roles, ...front.actionItems, ...front.decisions, ...front.links] : [];
  const held = lines.filter((line) => !onWall(line)).length;
  return [
    front?.card?.note || front?.note ? { field: 'note', reason: because.note } : null,
    front?.card?.case ? { field: 'case', reason: because.case } : null,
    front?.card?.district && !front.card.districtShown ? { field: 'district', reason: because.district } : null,
    front?.card?.draftedBy ? { field: 'draftedBy', reason: because.people } : null,
    session.members.length > 0 ? { field: 'members', reason: because.members } : null,
    held > 0 ? { field: 'held', reason: because.held(held) } : null,
    waiting > 0 ? { field: 'agenda', reason: because.waiting(waiting) } : null,
  ].filter((entry) => entry !== null);
}
