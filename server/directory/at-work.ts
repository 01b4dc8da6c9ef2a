import { underContract } from './contract';

/** SQL: the member of staff `s` works here today; whoever comes from a contractor, for as long as a contract for their 担当 counts (RULES 1). */
export const atWork = (s: string) =>
  `${s}.active_from <= hub.today() and (${s}.active_until is null or ${s}.active_until >= hub.today())
   and not exists (select 1 from core.organization o where o.id = ${s}.organization_id and o.operation = '委託' and not ${underContract(s)})`;
