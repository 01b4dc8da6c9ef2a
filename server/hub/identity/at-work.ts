import { contractCounts } from '#server/directory/contract';

/** SQL: the member of staff `s` works here today; whoever comes from a contractor, for as long as a contract of theirs counts (RULES 1). */
export const atWork = (s: string) =>
  `${s}.active_from <= hub.today() and (${s}.active_until is null or ${s}.active_until >= hub.today())
   and not exists (select 1 from core.organization o where o.id = ${s}.organization_id and o.operation = '委託'
     and not exists (select 1 from core.contract c where c.organization_id = o.id and ${contractCounts('c')}))`;
