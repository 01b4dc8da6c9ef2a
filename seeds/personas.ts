import type { StaffRole } from '#server/access/viewer';
import type { TeamId } from './plan/directory';
import { idFor } from './town/identifier';

/** Somebody one can sign in as in the invented city. The ids are the same in every city. */
export interface Persona {
  readonly key: PersonaKey;
  readonly name: string;
  /** What the person does, for the list of sign-in links. */
  readonly label: string;
  readonly staffId: string;
  readonly roles: readonly StaffRole[];
  readonly team: TeamId | null;
  readonly organizationKey: string | null;
}

export type PersonaKey =
  | 'facilitator'
  | 'recorder'
  | 'elderly-care'
  | 'disability'
  | 'livelihood'
  | 'children'
  | 'council'
  | 'analyst'
  | 'administrator'
  | 'supervisor'
  | 'disclosure-officer';

/** The id of a member of staff by the key that the city gives them. */
export function staffId(key: string): string {
  return idFor('staff', key);
}

const persona = (
  key: PersonaKey,
  name: string,
  label: string,
  roles: readonly StaffRole[],
  team: TeamId | null,
  organizationKey: string | null,
): Persona => ({
  key,
  name,
  label,
  staffId: staffId(key),
  roles,
  team,
  organizationKey,
});

export const personas: readonly Persona[] = [
  persona(
    'facilitator',
    '結城野 つなぐ(架空)',
    '司会(多機関協働コーディネーター)',
    ['facilitator', 'coordinator'],
    'connection',
    'connection',
  ),
  persona('recorder', '筆ノ瀬 しるす(架空)', '書記', ['recorder'], 'connection', 'connection'),
  persona('elderly-care', '長寿谷 めぐみ(架空)', '高齢者・介護の担当者', ['caseworker'], 'elderly-care', 'houkatsu'),
  persona('disability', '虹坂 ひろし(架空)', '障害福祉の担当者', ['caseworker'], 'disability', 'kikan'),
  persona('livelihood', '暮沢 たすく(架空)', '生活困窮の担当者', ['caseworker'], 'livelihood', 'seikatsu-sodan'),
  persona('children', '若葉沢 みのり(架空)', 'こども・子育ての担当者', ['caseworker'], 'children', 'kodomo-katei'),
  persona('council', '結ノ里 ささえ(架空)', '社会福祉協議会の職員', ['caseworker'], 'council', 'shakyo'),
  persona('analyst', '数見沢 さとる(架空)', '企画担当(分析)', ['analyst'], null, 'city'),
  persona('administrator', '鍵ノ井 まもる(架空)', '情報システムの管理者', ['administrator'], null, 'city'),
  persona('supervisor', '見守谷 ただし(架空)', '高齢者・介護の所属長', ['supervisor'], 'elderly-care', 'houkatsu'),
  persona('disclosure-officer', '開明沢 しらべ(架空)', '個人情報の開示担当', ['disclosure-officer'], null, 'city'),
];
