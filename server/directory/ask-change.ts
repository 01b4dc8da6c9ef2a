import { decide } from '#server/access/decide';
import { serviceScopes } from '#server/access/service-scope';
import { staffRoles } from '#server/access/viewer';
import type { Tx } from '#server/database/as-viewer';
import type { Changed } from '#server/database/change';
import { today } from '#server/kernel/clock';
import { isId, newSecret, secretHash } from '#server/kernel/ids';
import { loginFault, plainLogin } from '#server/kernel/login';
import { insist, NotFound } from '#server/kernel/problem';
import { refuse } from '#server/kernel/refuse';
import { textFault } from '#server/kernel/text-fault';
import type { AccessChangeKind } from './access-change';
import type { EnrolmentOrder, RolesOrder, ServiceOrder, SetupOrder, SubjectOrder } from './access-orders';
import { staffIdOf } from './staff-id-of';

export const REASON = 200;
export const NAME = 40;
const LONGEST_DAYS = 366;

/** Asks for other roles. Nothing changes until another administrator approves. */
export async function askRoles(tx: Tx, order: RolesOrder): Promise<Changed> {
  insist(decide(tx.viewer, 'staff:administer'));
  await insistOnStaff(tx, order.staff);
  refuse({
    roles: rolesFault(order.roles),
    team: await teamFault(tx, order.team),
    activeUntil: dayFault(order.activeUntil),
    reason: textFault(order.reason, REASON),
  });
  return ask(tx, 'ROLES', { staff_id: order.staff, ...rights(order) }, order.reason);
}

/** Asks for somebody new. They have an id from now on, and exist when another administrator approves. */
export async function askEnrolment(tx: Tx, order: EnrolmentOrder): Promise<Changed> {
  insist(decide(tx.viewer, 'staff:administer'));
  refuse({
    name: textFault(order.name, NAME),
    roles: rolesFault(order.roles),
    team: await teamFault(tx, order.team),
    organization: order.organization ? await contractorFault(tx, order.organization) : undefined,
    activeUntil: dayFault(order.activeUntil),
    reason: textFault(order.reason, REASON),
  });
  const [fresh] = await tx.query<{ id: string }>('select gen_random_uuid() as id');
  const who = { staff_id: fresh?.id ?? '', name: order.name.trim(), organization_id: order.organization ?? null };
  return ask(tx, 'ENROL', { ...who, ...rights(order) }, order.reason);
}

/** Asks for a setup link. Its first half is for whoever asks, the second for whoever approves: neither opens anything alone. */
export async function askSetup(tx: Tx, order: SetupOrder): Promise<Changed & { readonly link: string }> {
  insist(decide(tx.viewer, 'staff:administer'));
  await insistOnStaff(tx, order.staff);
  const login = plainLogin(order.login);
  const taken = await tx.query('select 1 from hub.account where login = $1 and staff_id <> $2', [login, order.staff]);
  refuse({
    login: loginFault(login) ?? (taken.length > 0 && 'ほかの人が使っているIDです。別のIDにしてください。'),
    reason: textFault(order.reason, REASON),
  });
  const link = newSecret();
  return { ...(await ask(tx, 'SETUP', { staff_id: order.staff, login, link_token_hash: secretHash(link) }, order.reason)), link };
}

/** Asks that a subject of the identity provider be taken for somebody. */
export async function askSubject(tx: Tx, order: SubjectOrder): Promise<Changed> {
  insist(decide(tx.viewer, 'staff:administer'));
  await insistOnStaff(tx, order.staff);
  const taken = await tx.query('select 1 from hub.subject where issuer = $1 and subject = $2', [order.issuer, order.subject]);
  refuse({
    issuer: !URL.canParse(order.issuer) && '認証基盤のアドレスを「https://…」の形で書いてください。',
    subject: textFault(order.subject, 255) ?? (taken.length > 0 && 'もう職員と結ばれています。'),
    reason: textFault(order.reason, REASON),
  });
  return ask(tx, 'SUBJECT', { staff_id: order.staff, issuer: order.issuer, subject: order.subject }, order.reason);
}

/** Asks for a service account of one 担当. */
export async function askService(tx: Tx, order: ServiceOrder): Promise<Changed> {
  insist(decide(tx.viewer, 'staff:administer'));
  const known: readonly string[] = serviceScopes;
  refuse({
    name: textFault(order.name, NAME),
    team: await teamFault(tx, order.team),
    purpose: textFault(order.purpose, REASON),
    scopes:
      !(order.scopes.length > 0 && order.scopes.every((scope) => known.includes(scope))) && `${known.join('・')} から選んでください。`,
    expiresOn: dayFault(order.expiresOn) ?? (order.expiresOn > inDays(LONGEST_DAYS) && '1年以内の日にしてください。'),
    reason: textFault(order.reason, REASON),
  });
  const scopes = known.filter((scope) => order.scopes.includes(scope));
  return ask(
    tx,
    'SERVICE',
    { name: order.name.trim(), team_id: order.team, purpose: order.purpose.trim(), scopes, active_until: order.expiresOn },
    order.reason,
  );
}

const rights = ({ roles, team, activeUntil }: Pick<RolesOrder, 'roles' | 'team' | 'activeUntil'>) => ({
  roles: staffRoles.filter((role) => roles.includes(role)),
  team_id: team ?? null,
  active_until: activeUntil ?? null,
});

/** Writes the request down. `columns`: of `hub.access_change`. */
export async function ask(tx: Tx, kind: AccessChangeKind, columns: Readonly<Record<string, unknown>>, reason: string): Promise<Changed> {
  const all = { kind, requested_by: staffIdOf(tx.viewer), reason: reason.trim(), ...columns };
  const names = Object.keys(all);
  const [row] = await tx.query<{ id: string }>(
    `insert into hub.access_change (${names.join(', ')}) values (${names.map((_, index) => `$${index + 1}`).join(', ')}) returning id`,
    Object.values(all),
  );
  return { type: 'AccessChange', id: row?.id ?? '' };
}

async function insistOnStaff(tx: Tx, id: string): Promise<void> {
  const found = isId(id) ? await tx.query('select 1 from core.staff where id = $1', [id]) : [];
  if (found.length === 0) throw new NotFound('この職員は見つかりません。');
}

function rolesFault(roles: readonly string[]): string | undefined {
  const known: readonly string[] = staffRoles;
  return roles.every((role) => known.includes(role)) ? undefined : '役割は、一覧にあるものから選んでください。';
}

export async function teamFault(tx: Tx, team: string | null | undefined): Promise<string | undefined> {
  if (!team) return undefined;
  return (await tx.query('select 1 from core.team where id = $1', [team])).length > 0
    ? undefined
    : '担当は、一覧にあるものから選んでください。';
}

/** Only whoever works by contract is somebody else's: the people of the city's own places are the city's. */
export async function contractorFault(tx: Tx, organization: string): Promise<string | undefined> {
  const found = isId(organization)
    ? await tx.query(`select 1 from core.organization where id = $1 and operation = '委託'`, [organization])
    : [];
  return found.length > 0 ? undefined : '委託先は、一覧にあるものから選んでください。';
}

export const dayFault = (day: string | null | undefined) => (day && day < today() ? '今日からあとの日付にしてください。' : undefined);

const inDays = (days: number) => today(new Date(Date.now() + days * 86_400_000));
