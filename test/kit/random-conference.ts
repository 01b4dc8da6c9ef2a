import { organizationId } from '#seeds/plan/organizations';
import type { ConferenceKind } from '#server/access/conference-profile';
import { conferenceOf, slidesOf } from '#server/meetings/kinds/registry';
import type { Guest, Town } from './a-town';
import { type Step, steered } from './steer';

/** One draw: which act, on what, and which way. What does not fit where the conference stands is passed over. */
export interface Draw {
  readonly act: number;
  readonly pick: number;
  readonly odd: boolean;
}

type Part = 'NOTE' | 'ROLE' | 'ACTION' | 'DECISION' | 'LINK';

/** A line as it stands, as far as the minutes are to tell of it. */
export interface Line {
  readonly id: string;
  readonly item: string;
  readonly part: Part;
  text: string;
  version: number;
  held: boolean;
  /** Taken away, or taken back: it never was. */
  gone: boolean;
  deferral?: { readonly id: string; version: number; readonly reason: string };
  everDeferred?: boolean;
  /** How a line of the map ties. */
  tie?: string;
}

/** What a conference that was held by chance came to. */
export interface Held {
  readonly session: string;
  readonly kind: ConferenceKind;
  readonly lines: readonly Line[];
  /** Of each item, whether it stood before the room, and what only the desk knows of it. */
  readonly items: ReadonlyMap<string, { shown: boolean; note: string | null; outcome?: string }>;
  /** Words that were written and reworded, or belong to what never was. */
  readonly buried: readonly string[];
  /** Acts that were made, by name. */
  readonly acts: readonly string[];
}

const parts = {
  NOTE: { add: 'addNote', reword: 'rewordNote', hold: 'holdNote', key: 'note' },
  ROLE: { add: 'addRole', reword: 'renameRole', hold: 'holdRole', key: 'role', back: 'takeBackRole' },
  ACTION: { add: 'addActionItem', reword: 'reviseActionItem', hold: 'holdActionItem', key: 'action', back: 'takeBackActionItem' },
  DECISION: { add: 'recordDecision', reword: 'rewordDecision', hold: 'holdDecision', key: 'decision' },
  LINK: { add: 'addLink', reword: null, hold: 'holdLink', key: 'link' },
} as const satisfies Record<Part, { add: Step; reword: Step | null; hold: Step; key: string; back?: Step }>;
/** What can be taken away and put back. */
const takes: Readonly<Partial<Record<Part, Step>>> = { NOTE: 'takeNote', LINK: 'takeLink' };
const ties = ['STRONG', 'WEAK', 'STRAINED', 'PLANNED'] as const;
/** No map has more. */
const MOST_LINKS = 8;
const names = Object.keys(parts) as Part[];

/** Every text is another, and none lies within another. */
let told = 0;
const words = (odd: boolean) => `${odd ? '虹坂さん' : 'みんな'}〔${(told += 1)}〕`;

/**
 * Holds a conference as the draws have it, through the changes that a desk makes, and keeps beside them what there is to tell. `matters`: what goes
 * on its agenda. The facilitator writes, the recorder is the second person.
 */
export async function holdAtRandom(
  town: Town,
  [facilitator, recorder]: readonly [Guest, Guest],
  kind: ConferenceKind,
  matters: readonly Record<string, string>[],
  draws: readonly Draw[],
): Promise<Held> {
  const made = await steered(facilitator, 'createSession', { kind, title: '偶然の会議', heldOn: '2026-11-23', place: '会議室B' });
  let { version } = await steered(facilitator, 'openSession', { session: made.id, version: made.version });
  const session = made.id as string;
  const lines: Line[] = [];
  const items: Map<string, { shown: boolean; note: string | null; outcome?: string }> = new Map();
  const buried: string[] = [];
  const acts: string[] = [];
  let front: string | undefined;
  const owner = town.viewer('recorder').actor.slice('staff:'.length);
  for (const matter of matters)
    items.set((await steered(facilitator, 'putOnAgenda', { session, ...matter })).id, { shown: false, note: null });
  const itemIds = [...items.keys()];
  const standing = (pick: number, fits: (line: Line) => boolean = () => true): Line | undefined => {
    const fitting = lines.filter((line) => !line.gone && fits(line));
    return fitting[pick % Math.max(fitting.length, 1)];
  };
  /** Makes the change to the line, and keeps its new version. */
  const on = async (line: Line, step: Step, more: Record<string, unknown>, by = facilitator): Promise<void> => {
    const input = { [parts[line.part].key]: line.id, version: line.version, ...more };
    ({ version: line.version } = await steered(by, step, input));
  };
  const defer = async (point: string, line: Line | undefined, item: string): Promise<void> => {
    const reason = words(false);
    const { id } = await steered(facilitator, 'deferPoint', { session, point, reason, owner });
    if (line) Object.assign(line, { deferral: { id, version: 1, reason }, everDeferred: true });
    else Object.assign(items.get(item) ?? {}, { outcome: id });
  };

  const isFull = (item: string) => lines.filter((line) => line.part === 'LINK' && line.item === item && !line.gone).length >= MOST_LINKS;
  const add =
    (part: Part) =>
    async ({ pick, odd }: Draw) => {
      const item = itemIds[pick % itemIds.length] as string;
      const text = words(odd);
      const conference = conferenceOf(kind);
      if (part === 'LINK' && (!slidesOf(conference).includes('ECOMAP') || isFull(item))) return false;
      const tie = ties[pick % ties.length];
      const more = part === 'NOTE' ? { kind: conference.notes[pick % conference.notes.length]?.[0] } : part === 'LINK' ? { kind: tie } : {};
      const { id, version: at, held } = await steered(facilitator, parts[part].add, { item, title: text, ...more }, 'id version held');
      lines.push({ id, item, part, text, version: at, held: held !== null, gone: false, ...(part === 'LINK' ? { tie } : {}) });
      return true;
    };
  const moves: Readonly<Record<string, (draw: Draw) => Promise<boolean>>> = {
    ...Object.fromEntries(names.map((part) => [parts[part].add, add(part)])),
    bringToFront: async ({ pick }) => {
      const item = itemIds[pick % itemIds.length] as string;
      if (item === front) return false;
      ({ version } = await steered(facilitator, 'bringToFront', { session, item, version }));
      front = item;
      Object.assign(items.get(item) ?? {}, { shown: true });
      return true;
    },
    note: async ({ pick }) => {
      const item = itemIds[pick % itemIds.length] as string;
      const note = words(true);
      const kept = items.get(item);
      if (!kept || kept.note) return false;
      kept.note = note;
      await town.rows('update core.agenda_item set note = $1 where id = $2', [note, item]);
      return true;
    },
    reword: async ({ pick, odd }) => {
      const line = standing(pick, ({ part }) => parts[part].reword !== null);
      const step = line && parts[line.part].reword;
      if (!step) return false;
      buried.push(line.text);
      line.text = words(odd);
      await on(line, step, { title: line.text });
      const [row] = await town.rows<{ held: boolean }>(`select held is not null as held from core.${tables[line.part]} where id = $1`, [
        line.id,
      ]);
      line.held = row?.held ?? false;
      return true;
    },
    changeLink: async ({ pick }) => {
      const line = standing(pick, ({ part }) => part === 'LINK');
      if (!line) return false;
      line.tie = ties[(pick + 1) % ties.length] as string;
      await on(line, 'changeLink', { kind: line.tie });
      return true;
    },
    assign: async ({ pick }) => {
      const line = standing(pick, ({ part }) => part === 'ROLE');
      if (!line) return false;
      await on(line, 'assignRole', { organization: organizationId('houkatsu') });
      return true;
    },
    finish: async ({ pick, odd }) => {
      const line = standing(pick, ({ part }) => part === 'ACTION');
      if (!line) return false;
      await on(line, 'finishActionItem', { done: odd });
      return true;
    },
    readBack: async ({ pick, odd }) => {
      const line = standing(pick, ({ part }) => part === 'DECISION');
      if (!line) return false;
      await on(line, 'readBackDecision', { done: odd });
      return true;
    },
    park: async ({ pick }) => {
      const line = standing(pick, ({ held }) => !held);
      if (!line) return false;
      await on(line, parts[line.part].hold, { held: true });
      line.held = true;
      return true;
    },
    release: async ({ pick }) => {
      const line = standing(pick, ({ held }) => held);
      if (!line) return false;
      await on(line, parts[line.part].hold, { held: false }, recorder);
      line.held = false;
      return true;
    },
    undo: async ({ pick }) => {
      const line = standing(pick, ({ part, everDeferred }) => part !== 'DECISION' && !everDeferred);
      if (!line) return false;
      const take = takes[line.part];
      if (take) await on(line, take, { taken: true });
      else
        await steered(
          facilitator,
          line.part === 'ROLE' ? 'takeBackRole' : 'takeBackActionItem',
          { [parts[line.part].key]: line.id, version: line.version },
          'id',
        );
      line.gone = true;
      return true;
    },
    restore: async ({ pick }) => {
      const taken = lines.filter((line) => line.gone && takes[line.part]);
      const line = taken[pick % Math.max(taken.length, 1)];
      const take = line && takes[line.part];
      if (!take || (line.part === 'LINK' && isFull(line.item))) return false;
      await on(line, take, { taken: false });
      line.gone = false;
      return true;
    },
    defer: async ({ pick }) => {
      const open = await openPoints(facilitator, session);
      const point = open[pick % Math.max(open.length, 1)];
      const line = lines.find(({ id }) => id === point?.id.split('/')[1]);
      if (!point || !line) return false;
      await defer(point.id, line, line.item);
      return true;
    },
    resume: async ({ pick }) => {
      const line = standing(pick, ({ deferral }) => deferral !== undefined);
      if (!line?.deferral) return false;
      await steered(facilitator, 'resumePoint', { deferral: line.deferral.id, version: line.deferral.version }, 'id');
      buried.push(line.deferral.reason);
      delete line.deferral;
      return true;
    },
  };
  const kindsOfAct = Object.keys(moves);
  for (const draw of draws) {
    const act = kindsOfAct[draw.act % kindsOfAct.length] as string;
    if (await moves[act]?.(draw)) acts.push(act);
  }
  for (const { id, agendaItemId } of await openPoints(facilitator, session))
    await defer(
      id,
      lines.find((line) => line.id === id.split('/')[1]),
      agendaItemId,
    );
  await steered(facilitator, 'closeSession', { session, version });
  buried.push(...lines.filter(({ gone }) => gone).map(({ text }) => text));
  return { session, kind, lines: lines.filter(({ gone }) => !gone), items, buried, acts };
}

const tables: Readonly<Record<Part, string>> = {
  ...{ NOTE: 'board_note', ROLE: 'role', ACTION: 'action_item', DECISION: 'decision', LINK: 'eco_link' },
};

async function openPoints(guest: Guest, session: string): Promise<{ id: string; agendaItemId: string }[]> {
  const { data } = await guest.ask('query ($id: ID!) { session(id: $id) { openPoints { id agendaItemId } } }', { id: session });
  return data.session.openPoints;
}
