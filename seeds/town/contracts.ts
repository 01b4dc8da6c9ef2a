import { organizationId } from '#seeds/plan/organizations';
import { programmeId } from '#seeds/plan/programmes';
import type { Batch } from '#seeds/tables';
import type { TownCalendar } from './calendar';
import { idFor } from './identifier';

/** What the plan gives to others (委託), and whoever acknowledged the duty of secrecy for them (法106条の4第5項); each opens one 担当. */
const contracts = [
  ['sodan-jigyosho', '1', 'disability'],
  ['oasis', '3', 'disability'],
  ['open-talking-bar', '3', 'livelihood'],
  ['nutritionists', '4', 'connection'],
] as const;

/** Contracts from the year before the city's first until the plan ends. */
export function contractBatch(calendar: TownCalendar): Batch {
  const since = `${calendar.year('R6') - 1}-04-01`;
  return {
    table: 'core.contract',
    rows: contracts.map(([key, programme, team]) => ({
      id: idFor('contract', key, programme),
      organization_id: organizationId(key),
      programme_id: programmeId(programme),
      team_id: team,
      valid_from: since,
      valid_until: `${calendar.year('R8') + 5}-03-31`,
      secrecy_acknowledged_at: `${since}T09:00:00+09:00`,
      secrecy_acknowledged_by: '契約の代表者',
    })),
  };
}
