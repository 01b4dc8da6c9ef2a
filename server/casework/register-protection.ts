import { randomUUID } from 'node:crypto';
import { decide } from '#server/access/decide';
import type { Tx } from '#server/database/as-viewer';
import type { Changed } from '#server/database/change';
import { staffIdOf } from '#server/directory/staff-id-of';
import { sayPolicyChanged } from '#server/events/policy-epoch';
import { isId } from '#server/kernel/ids';
import { Invalid, insist, NotFound } from '#server/kernel/problem';
import { refuse } from '#server/kernel/refuse';
import { textFault } from '#server/kernel/text-fault';
import { holdersFault } from './holders-fault';
import { protectionKinds } from './protection';
import { type ProtectionOrder, protectionLimits } from './protection-orders';
import type { TakeBack } from './withdraw-consent';

const absent = () => new NotFound('この方は見つかりません。記録にないか、あなたの担当には開かれていません。');

/**
 * Registers a protection: from the commit on the person is closed to everybody but the holders, in every department and on every open screen within
 * a second, and cards drawn from their cases leave the walls. Throws `NotFound` where the person is not open to the viewer or is not theirs to
 * protect (a protection of others must not show), `Invalid`; nothing is written then.
 */
export async function registerProtection(tx: Tx, order: ProtectionOrder, takeBack: TakeBack): Promise<Changed> {
  await insistMayRegister(tx, order.person);
  const { from, renewBy } = await days(tx, order);
  refuse({
    kind: !protectionKinds.some((kind) => kind === order.kind) && `${protectionKinds.join('・')} から選んでください。`,
    registeredBy: textFault(order.registeredBy, protectionLimits.registeredBy),
    holders: await holdersFault(tx, order.holders, order.otherPartyServed ? null : order.otherParty),
    validFrom: from,
    renewBy,
    otherParty: await otherPartyFault(tx, order),
  });
  const id = randomUUID();
  await tx.asWarden(() => insert(tx, id, order));
  await tx.asHouse(async (house) => {
    const cases = await house.query<{ id: string }>('select id from core.support_case where person_id = $1 order by id', [order.person]);
    for (const one of cases) await takeBack(house, one.id);
    await sayPolicyChanged(house);
  });
  return { type: 'Protection', id };
}

/** To whoever may not, the person is not there, protected or not: only those who serve or coordinate learn more. */
async function insistMayRegister(tx: Tx, person: string): Promise<void> {
  const [guard] = isId(person)
    ? await tx.query<{ teams: string[] }>('select teams from core.person_guard where person_id = $1', [person])
    : [];
  if (!guard) throw absent();
  const [standing] = await tx.query<{ holders: string[] }>(
    'select holders from core.protection where person_id = $1 and ended_at is null',
    [person],
  );
  insist(decide(tx.viewer, 'protection:register', { teams: guard.teams, ...(standing ? { protection: standing } : {}) }), absent);
  if (standing) throw new Invalid('もう登録されています。', { person: 'いまの登録を更新するか、知らせる担当を変えてください。' });
}

/** Somebody else may have registered the same person while this was written: then, as for everyone outside, there is nobody here. */
async function insert(tx: Tx, id: string, order: ProtectionOrder): Promise<void> {
  try {
    await tx.query(
      `insert into core.protection (id, person_id, kind, registered_by, holders, valid_from, renew_by, other_party_id, registered_by_staff)
       values ($1, $2, $3, $4, $5, coalesce($6::date, hub.today()), $7, $8, $9)`,
      [
        id,
        order.person,
        order.kind,
        order.registeredBy.trim(),
        [...new Set(order.holders)],
        order.validFrom ?? null,
        order.renewBy,
        order.otherParty ?? null,
        staffIdOf(tx.viewer),
      ],
    );
  } catch (fault) {
    // Taken by the other one (unique), or closed by them (the wall), depending on who was how far.
    throw ['23505', '42501'].includes((fault as { code?: string }).code ?? '') ? absent() : fault;
  }
}

async function days(tx: Tx, { validFrom, renewBy }: ProtectionOrder): Promise<{ from: string | false; renewBy: string | false }> {
  const [found] = await tx.query<{ late: boolean; past: boolean; far: boolean }>(
    `select f.day > hub.today() as late, $2::date <= hub.today() as past, $2::date > (f.day + interval '1 year')::date as far
     from (select coalesce($1::date, hub.today()) as day) f`,
    [validFrom ?? null, renewBy],
  );
  return {
    from: found?.late === true && '今日までの日付にしてください。',
    renewBy: found?.past ? '今日より後の日付にしてください。' : found?.far === true && '始まった日から1年以内にしてください。',
  };
}

async function otherPartyFault(tx: Tx, { person, otherParty }: ProtectionOrder): Promise<string | false> {
  if (!otherParty) return false;
  if (otherParty === person) return '本人とは別の人を選んでください。';
  const seen = isId(otherParty) ? await tx.query('select true from core.person where id = $1', [otherParty]) : [];
  return seen.length === 0 && '見つかりません。記録にない人なら、空けておいてください。';
}
