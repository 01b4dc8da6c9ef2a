import type { BoardEvent } from '#server/events/board-log';
import type { BoardQuestion } from './board-question';
import type { BoardSnapshot } from './board-reader';
import type { Seat } from './seat';

/** Sends an event with the board as it was just read: written once, and the same bytes for all seats whose operation has the same id. */
export function sendFrame({ keys, plan }: BoardQuestion, seats: Iterable<Seat>, event: BoardEvent, { texts, clock }: BoardSnapshot): void {
  const told: Readonly<Record<string, unknown>> = {
    ...event,
    __typename: 'BoardEvent',
    sentAt: new Date(clock + performance.now()).toISOString(),
  };
  const fields = keys.map(([key, name]) => `"${key}":${texts.get(key) ?? JSON.stringify(told[name] ?? null)}`);
  const payload = `"type":"next","payload":{"data":{"${plan.root}":{${fields.join(',')}}}}}`;
  const frames = new Map<string, Buffer>();
  for (const seat of seats) {
    let frame = frames.get(seat.id);
    if (!frame) frames.set(seat.id, (frame = Buffer.from(`{"id":${JSON.stringify(seat.id)},${payload}`)));
    seat.send(frame);
  }
}
