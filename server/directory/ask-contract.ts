import { decide } from '#server/access/decide';
import type { Tx } from '#server/database/as-viewer';
import type { Changed } from '#server/database/change';
import { isId } from '#server/kernel/ids';
import { insist, NotFound } from '#server/kernel/problem';
import { refuse } from '#server/kernel/refuse';
import { textFault } from '#server/kernel/text-fault';
import type { ContractOrder, ExtensionOrder } from './access-orders';
import { ask, contractorFault, dayFault, NAME, REASON, teamFault } from './ask-change';
import { insistAlone, overAlready } from './draw-up-contract';

/** Asks for a contract (委託契約). It opens nothing before another administrator approves it, nor before its first day. */
export async function askContract(tx: Tx, order: ContractOrder): Promise<Changed> {
  insist(decide(tx.viewer, 'staff:administer'));
  const programmes = await tx.query('select 1 from core.programme where id = $1', [order.programme]);
  const [day] = await tx.query<{ later: boolean }>('select $1::date > hub.today() as later', [order.swornOn]);
  refuse({
    organization: await contractorFault(tx, order.organization),
    programme: programmes.length === 0 && '号は、一覧にあるものから選んでください。',
    team: await teamFault(tx, order.team),
    validUntil: dayFault(order.validUntil) ?? (order.validUntil < order.validFrom && '始まりの日からあとの日にしてください。'),
    swornBy: textFault(order.swornBy, NAME),
    swornOn: day?.later && '守秘義務を確認した日は、今日までの日にしてください。',
    reason: textFault(order.reason, REASON),
  });
  const [fresh] = await tx.query<{ id: string }>('select gen_random_uuid() as id');
  const asked = await ask(
    tx,
    'CONTRACT',
    {
      ...{ contract_id: fresh?.id, organization_id: order.organization, programme_id: order.programme, team_id: order.team ?? null },
      ...{ active_from: order.validFrom, active_until: order.validUntil, sworn_by: order.swornBy.trim(), sworn_on: order.swornOn },
    },
    order.reason,
  );
  await insistAlone(tx, asked.id);
  return asked;
}

/** Asks that a contract which still runs, or has yet to begin, end later. */
export async function askExtension(tx: Tx, order: ExtensionOrder): Promise<Changed> {
  insist(decide(tx.viewer, 'staff:administer'));
  const [contract] = isId(order.contract)
    ? await tx.query<Standing>(
        `select organization_id, programme_id, team_id, valid_until::text, ended_at is null and valid_until >= hub.today() as stands
         from core.contract where id = $1`,
        [order.contract],
      )
    : [];
  if (!contract) throw new NotFound('この契約は見つかりません。');
  if (!contract.stands) throw overAlready();
  refuse({
    validUntil: order.validUntil <= contract.valid_until && 'いまの終わりの日よりあとの日にしてください。',
    reason: textFault(order.reason, REASON),
  });
  const { organization_id, programme_id, team_id } = contract;
  return ask(
    tx,
    'EXTENSION',
    { contract_id: order.contract, organization_id, programme_id, team_id, active_until: order.validUntil },
    order.reason,
  );
}

interface Standing {
  organization_id: string;
  programme_id: string;
  team_id: string | null;
  valid_until: string;
  stands: boolean;
}
