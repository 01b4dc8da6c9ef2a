import type { Batch } from '#seeds/tables';
import { facts } from './facts';
import { organizationId, organizationSpellings, planOrganizations } from './organizations';

/** 担当, the unit of access (RULES: the team, not the 課). Their names are ours: the plan names only 支援つなげる担当. */
export const teams = [
  { id: 'elderly-care', name: '介護支援担当', department: '高齢者・介護支援課', field: '介護' },
  { id: 'disability', name: '障害福祉担当', department: '福祉課', field: '障害' },
  { id: 'livelihood', name: '生活支援担当', department: '福祉課', field: '困窮' },
  { id: 'children', name: 'こども支援担当', department: 'こども・子育て課', field: '子ども' },
  { id: 'council', name: '地域福祉担当', department: null, field: '社協' },
  { id: 'connection', name: '支援つなげる担当', department: '高齢者・介護支援課', field: '重層' },
] as const;
export type TeamId = (typeof teams)[number]['id'];

const departmentIds: Readonly<Record<string, string>> = {
  '高齢者・介護支援課': 'elderly-and-care',
  福祉課: 'welfare',
  'こども・子育て課': 'children-and-parenting',
};

/** The id of a 課 by its name in the plan. */
export function departmentId(name: string): string {
  const id = departmentIds[name];
  if (!id) throw new Error(`the plan has no department ${name}`);
  return id;
}

/** Rows of departments, teams and the plan's organisations with their spellings. */
export function directoryBatches(): Batch[] {
  return [
    {
      table: 'core.department',
      rows: facts.departments.map(({ name, fields }, index) => ({ id: departmentId(name), name, fields, position: index + 1 })),
    },
    {
      table: 'core.team',
      rows: teams.map(({ id, name, department, field }, index) => ({
        id,
        name,
        department_id: department && departmentId(department),
        field,
        position: index + 1,
      })),
    },
    {
      table: 'core.organization',
      rows: planOrganizations.map(({ key, name, reading, kind, operation, team }, index) => ({
        id: organizationId(key),
        key,
        name,
        reading,
        kind,
        operation,
        team_id: team,
        is_public: true,
        position: index + 1,
      })),
    },
    {
      table: 'core.organization_spelling',
      rows: [...organizationSpellings].map(([spelling, key]) => ({ spelling, organization_id: organizationId(key) })),
    },
  ];
}
