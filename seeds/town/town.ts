import { createHash } from 'node:crypto';
import { planBatches } from '#seeds/plan/plan-batches';
import type { Batch } from '#seeds/tables';
import { boardBatches } from './board/agenda';
import { TownCalendar } from './calendar';
import { Planter } from './canaries';
import { confer } from './conferences';
import { contractBatch } from './contracts';
import { childrenRecord, childrenTown, familiesOf } from './departments/children';
import { councilRecord, councilTown } from './departments/council';
import { disabilityRecord, disabilityTown } from './departments/disability';
import { elderlyCareRecord, elderlyCareTown } from './departments/elderly-care';
import { livelihoodRecord } from './departments/livelihood';
import { type Dice, diceFor } from './dice';
import { withoutMarkersAtTheDoor } from './front-door';
import { receive } from './intake';
import type { SupportCase } from './model';
import { patrol } from './nutrition';
import { organizationBatches } from './organizations';
import { settle } from './population';
import { Quarter, type TownFrame } from './quarter';
import { quarterBatches } from './quarter-rows';
import { reachOut } from './reaching-out';
import { playScenes } from './scenes/scenes';
import { hours, seriesBatch } from './series';
import { serviceBatches } from './services';
import { sessionsOf } from './sessions';
import { staffBatches } from './staff';
import { takePart } from './taking-part';

/** Which city: the same three give the same rows, byte for byte. */
export interface TownPlan {
  /** The day the city lives on, ISO. */
  readonly anchor: string;
  readonly seed: number;
  /** How many quarters of about 2,200 people; a whole number. Only with 1 do the rows give the plan's figures. */
  readonly scale: number;
}

/** All rows of the invented city, in the order of foreign keys, never more than one quarter in memory. Throws on a plan that is none. */
export function* town({ anchor, seed, scale }: TownPlan): Generator<Batch> {
  if (!Number.isInteger(scale) || scale < 1) throw new Error(`a city has whole quarters, not ${scale}`);
  const calendar = new TownCalendar(anchor);
  const frame: TownFrame = { seed, calendar, sessions: sessionsOf(calendar, seed), planter: new Planter('town') };
  yield* planBatches();
  yield* commonBatches(frame);
  const first = quarterOf(frame, 0);
  yield* withoutMarkersAtTheDoor(first, [...quarterBatches(first), ...boardBatches(first)]);
  for (let number = 1; number < scale; number++) yield* quarterBatches(quarterOf(frame, number));
}

/** SHA-256 over every row of a city: equal exactly when the cities are. */
export function townBytes(plan: TownPlan): string {
  const hash = createHash('sha256');
  for (const { table, rows } of town(plan)) for (const row of rows) hash.update(`${table}\t${JSON.stringify(row)}\n`);
  return hash.digest('hex');
}

/** What belongs to no quarter: organisations, staff, 社会資源, sessions, places. */
function commonBatches(frame: TownFrame): Batch[] {
  const { calendar, seed, sessions } = frame;
  const dice = (name: string) => diceFor(seed, 'town', name);
  return [
    ...organizationBatches(),
    ...staffBatches(calendar),
    contractBatch(calendar),
    seriesBatch(),
    ...serviceBatches(frame),
    {
      table: 'core.session',
      rows: sessions.map(({ id, kind, number, title, heldOn, place, held, step, facilitator }) => ({
        id,
        kind,
        restricted: kind === 'SHIEN_KAIGI',
        number,
        title,
        held_on: heldOn,
        starts_at: hours[kind][0],
        ends_at: hours[kind][1],
        place,
        status: held ? 'CLOSED' : 'PREPARING',
        step,
        front_item_id: null,
        facilitator_id: facilitator,
        version: 1,
      })),
    },
    ...elderlyCareTown(calendar, dice('elderly-care')),
    ...disabilityTown(calendar, dice('disability')),
    ...childrenTown(calendar, dice('children')),
    ...councilTown(dice('council')),
  ];
}

function quarterOf(frame: TownFrame, number: number): Quarter {
  const quarter = new Quarter(frame, number);
  if (number === 0) playScenes(quarter);
  settle(quarter);
  receive(quarter);
  confer(quarter);
  reachOut(quarter);
  patrol(quarter);
  takePart(quarter);
  familiesOf(quarter);
  for (const one of quarter.cases) {
    for (const team of one.teams) {
      one.person.teams.add(team);
      records[team]?.(quarter, quarter.dice('record', team, one.id), one);
    }
  }
  return quarter;
}

/** What the department of a 担当 writes down about a case; 支援つなげる担当 keeps no records beside the core's. */
const records: Readonly<Partial<Record<string, (quarter: Quarter, dice: Dice, one: SupportCase) => void>>> = {
  'elderly-care': elderlyCareRecord,
  disability: disabilityRecord,
  livelihood: livelihoodRecord,
  children: childrenRecord,
  council: councilRecord,
};
