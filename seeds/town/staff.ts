import { personas, staffId } from '#seeds/personas';
import type { TeamId } from '#seeds/plan/directory';
import { organizationId } from '#seeds/plan/organizations';
import type { Batch } from '#seeds/tables';
import type { StaffRole } from '#server/access/viewer';
import { addDays, type TownCalendar } from './calendar';

interface Colleague {
  readonly key: string;
  readonly name: string;
  readonly team: TeamId;
  readonly organization: string;
  readonly role: StaffRole;
}

/** Everybody else who works in the windows. アウトリーチ支援員 are hired with R7: before, the plan has no data on their work. */
const colleagues: readonly Colleague[] = [
  { key: 'elderly-care-2', name: '萩ノ森 ゆかり(架空)', team: 'elderly-care', organization: 'houkatsu', role: 'caseworker' },
  { key: 'elderly-care-3', name: '岩清水 たける(架空)', team: 'elderly-care', organization: 'houkatsu', role: 'caseworker' },
  {
    key: 'elderly-care-4',
    name: '里ノ道 あゆみ(架空)',
    team: 'elderly-care',
    organization: 'living-support-coordinator',
    role: 'caseworker',
  },
  { key: 'disability-2', name: '青葉野 しずか(架空)', team: 'disability', organization: 'kikan', role: 'caseworker' },
  { key: 'disability-3', name: '澄川瀬 わたる(架空)', team: 'disability', organization: 'sodan-jigyosho', role: 'caseworker' },
  { key: 'disability-4', name: '緑ヶ沢 かなえ(架空)', team: 'disability', organization: 'oasis', role: 'caseworker' },
  { key: 'livelihood-2', name: '灯ノ原 まこと(架空)', team: 'livelihood', organization: 'seikatsu-sodan', role: 'caseworker' },
  { key: 'livelihood-3', name: '橋ノ瀬 たかし(架空)', team: 'livelihood', organization: 'seikatsu-sodan', role: 'caseworker' },
  { key: 'children-2', name: '双葉野 ゆう(架空)', team: 'children', organization: 'kodomo-katei', role: 'caseworker' },
  { key: 'children-3', name: '花咲沢 りえ(架空)', team: 'children', organization: 'tachi-yamanashi', role: 'caseworker' },
  { key: 'council-2', name: '輪ノ原 つどい(架空)', team: 'council', organization: 'shakyo', role: 'caseworker' },
  { key: 'council-3', name: '支ヶ沢 いさむ(架空)', team: 'council', organization: 'shakyo', role: 'caseworker' },
  { key: 'connection-2', name: '道標 あかり(架空)', team: 'connection', organization: 'connection', role: 'coordinator' },
  { key: 'nutritionist', name: '実ノ里 しょくみ(架空)', team: 'connection', organization: 'connection', role: 'caseworker' },
  { key: 'outreach-1', name: '歩沢 とどく(架空)', team: 'connection', organization: 'connection', role: 'outreach' },
  { key: 'outreach-2', name: '訪ノ瀬 ともに(架空)', team: 'connection', organization: 'connection', role: 'outreach' },
];

/** The アウトリーチ支援員. */
export const outreachWorkers: readonly string[] = colleagues.filter(({ role }) => role === 'outreach').map(({ key }) => staffId(key));

/** A case worker of each 担当 who is not a persona: the second person where two are needed. */
export function secondOf(team: TeamId): string {
  return staffId(`${team}-2`);
}

/** Rows of everybody who works. */
export function staffBatches(calendar: TownCalendar): Batch[] {
  const since = addDays(calendar.start, -365);
  const r7 = `${calendar.year('R7')}-04-01`;
  return [
    {
      table: 'core.staff',
      rows: [
        ...personas.map(({ staffId: id, name, team, organizationKey, roles }) => ({
          id,
          name,
          team_id: team,
          organization_id: organizationKey && organizationId(organizationKey),
          roles,
          active_from: since,
          active_until: null,
        })),
        ...colleagues.map(({ key, name, team, organization, role }) => ({
          id: staffId(key),
          name,
          team_id: team,
          organization_id: organizationId(organization),
          roles: [role],
          active_from: role === 'outreach' ? r7 : since,
          active_until: null,
        })),
      ],
    },
  ];
}
