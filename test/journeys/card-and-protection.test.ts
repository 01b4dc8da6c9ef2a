import { setTimeout as nap } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PersonaKey } from '#seeds/personas';
import { registerProtection } from '#server/casework/register-protection';
import { asViewer, type Tx } from '#server/database/as-viewer';
import { draftCard } from '#server/meetings/draft-card';
import { returnCards } from '#server/meetings/return-cards';
import { aPersonToGuard, dayFromNow, type Guarded } from '#test/kit/a-guarded-person';
import { aTown, type Town } from '#test/kit/a-town';

let town: Town;
let renewBy: string;
beforeAll(async () => {
  town = await aTown();
  renewBy = await dayFromNow(town, 90);
});
afterAll(() => town?.close());

const as = <T>(persona: PersonaKey, work: (tx: Tx) => Promise<T>) => asViewer(town.database, town.viewer(persona), work);

/** Does the work and waits with the commit until it is let go. */
async function holding(persona: PersonaKey, work: (tx: Tx) => Promise<unknown>): Promise<() => Promise<unknown>> {
  let letGo: () => void = () => undefined;
  const released = new Promise<void>((then) => (letGo = then));
  let isDone: () => void = () => undefined;
  const done = new Promise<void>((then) => (isDone = then));
  const whole = as(persona, async (tx) => {
    await work(tx);
    isDone();
    await released;
  });
  await Promise.race([done, whole]);
  return () => (letGo(), whole);
}

const drafting = (one: Guarded) => (tx: Tx) => draftCard(tx, { case: one.case });
const registering = (one: Guarded) => (tx: Tx) =>
  registerProtection(
    tx,
    { person: one.person, kind: 'DV等支援措置', registeredBy: '市民課', holders: ['elderly-care'], renewBy, otherPartyServed: false },
    returnCards,
  );
const cardsOf = (one: Guarded) => town.rows<{ state: string }>('select state from core.case_card where case_id = $1', [one.case]);

describe('a card that is begun in the instant in which its person is protected', () => {
  it('was first, and is returned by whoever protects', async () => {
    const one = await aPersonToGuard(town, 0);
    const letGo = await holding('elderly-care', drafting(one));
    const protectedNow = as('elderly-care', registering(one));
    await nap(150);
    await letGo();
    await protectedNow;
    expect(await cardsOf(one)).toEqual([{ state: 'RETURNED' }]);
  });

  it('came too late, and there is none', async () => {
    const one = await aPersonToGuard(town, 1);
    const letGo = await holding('elderly-care', registering(one));
    const late = as('elderly-care', drafting(one));
    late.catch(() => undefined);
    await nap(150);
    await letGo();
    await expect(late).rejects.toMatchObject({ code: 'INVALID', message: '保護措置のある方の事例カードは作れません。' });
    expect(await cardsOf(one)).toEqual([]);
  });

  it('leaves no draft behind, however the two are shuffled', async () => {
    for (const nth of [2, 3, 4, 5]) {
      const one = await aPersonToGuard(town, nth);
      const wait = (nth - 2) * 4;
      await Promise.allSettled([
        as('elderly-care', drafting(one)),
        nap(wait).then(() => as('elderly-care', registering(one))),
        as('livelihood', drafting(one)),
      ]);
      expect((await cardsOf(one)).filter(({ state }) => state !== 'RETURNED')).toEqual([]);
    }
  });
});
