import type { Guest, Town } from './a-town';

/** Somebody with a case that three 担当 serve, not protected yet. */
export interface Guarded {
  readonly person: string;
  readonly case: string;
  readonly code: string;
  readonly household: string;
}

/** Takes the case of somebody unprotected who lives alone, and has elderly care, livelihood and children serve it. `nth`: another one each time. */
export async function aPersonToGuard(town: Town, nth = 0): Promise<Guarded> {
  const [found] = await town.rows<Guarded>(
    `select c.id as case, c.person_id as person, c.code, c.household_id as household from core.support_case c
     where 'elderly-care' = any (c.teams) and c.closed_on is null and c.summary is not null
       and not exists (select 1 from core.protection p where p.person_id = c.person_id)
       and not exists (select 1 from core.consent k where k.case_id = c.id)
       and (select count(*) from core.support_case o where o.person_id = c.person_id) = 1
     order by c.id offset $1 limit 1`,
    [nth],
  );
  if (!found) throw new Error('nobody to guard');
  const teams = '{elderly-care,livelihood,children}';
  await town.rows('update core.support_case set teams = $2 where id = $1', [found.case, teams]);
  await town.rows('update core.person_guard set teams = $2 where person_id = $1', [found.person, teams]);
  return found;
}

/** A day so many days from today, as the database counts. */
export async function dayFromNow(town: Town, days: number): Promise<string> {
  const [row] = await town.rows<{ day: string }>('select (hub.today() + $1::int)::text as day', [days]);
  return row?.day ?? '';
}

const inputs = {
  registerProtection: 'ProtectionOrder',
  changeProtectionHolders: 'HoldersOrder',
  renewProtection: 'RenewalOrder',
  askProtectionEnd: 'EndingOrder',
  keepProtection: 'EndOrder',
  endProtection: 'EndOrder',
  breakGlass: 'GlassOrder',
  reviewGlass: 'GlassReviewOrder',
} as const;

/** One change to a protection or a broken glass: what was answered, or the refusal as a screen would show it. */
export async function guarding(
  guest: Guest,
  step: keyof typeof inputs,
  input: Record<string, unknown>,
  // biome-ignore lint/suspicious/noExplicitAny: each test knows what it asked for
): Promise<{ readonly done: any; readonly code?: unknown; readonly message?: string; readonly fields?: Record<string, string> }> {
  const selection =
    step === 'breakGlass' ? '' : step === 'reviewGlass' ? '{ id version outcome }' : '{ id version renewBy alert holderTeams { id } }';
  const { data, errors } = await guest.ask(`mutation ($input: ${inputs[step]}!) { done: ${step}(input: $input) ${selection} }`, { input });
  const [error] = errors ?? [];
  if (!error) return { done: data.done };
  const { code, fields } = error.extensions as { code: unknown; fields?: Record<string, string> };
  return { done: null, code, message: error.message, ...(fields ? { fields } : {}) };
}

/** Registers a DV protection with these holders, as elderly care. */
export async function guarded(town: Town, guest: Guest, person: string, holders: readonly string[], more: Record<string, unknown> = {}) {
  const input = { person, kind: 'DV等支援措置', registeredBy: '市民課の名簿', holders, renewBy: await dayFromNow(town, 300), ...more };
  return guarding(guest, 'registerProtection', input);
}

/** Closes somebody to all but these 担当, as a registration does. */
export async function closePerson(town: Town, person: string | undefined, holders: readonly string[]): Promise<void> {
  await town.rows(
    `insert into core.protection (id, person_id, kind, registered_by, holders, valid_from, renew_by)
     values (gen_random_uuid(), $1, 'DV等支援措置', '試し', $2, hub.today(), hub.today() + 300)`,
    [person, holders],
  );
}

/** Opens them again, as two people do. */
export async function openPerson(town: Town, person: string | undefined): Promise<void> {
  const live = 'where person_id = $1 and ended_at is null';
  await town.rows(
    `update core.protection set ending_asked_by = (select id from core.staff order by id limit 1), ending_asked_at = now(), ending_reason = '試し' ${live}`,
    [person],
  );
  await town.rows(`update core.protection set ended_by = (select id from core.staff order by id desc limit 1), ended_at = now() ${live}`, [
    person,
  ]);
}
