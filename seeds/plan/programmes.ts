import type { Batch } from '#seeds/tables';
import { idFor } from '#seeds/town/identifier';
import { departmentId } from './directory';
import { facts, plainSpelling } from './facts';
import { organizationId, organizationKeyOf } from './organizations';

interface Project {
  readonly id: string;
  readonly name: string;
  /** Every way in which the plan writes it: the table of organisations, the list of efforts, the indicators. */
  readonly spellings: readonly string[];
}

/** Every project of the plan, once. ふらっとよりみち相談会 serves 第2号 and 第4号 under two spellings. */
export const projects: readonly Project[] = [
  { id: 'houkatsu', name: '地域包括支援センターの運営', spellings: ['地域包括支援センターの運営', '地域包括支援センターの運営(介護)'] },
  { id: 'shogai-soudan', name: '障害者相談支援事業', spellings: ['障害者相談支援事業', '障害者相談支援事業(障害)'] },
  {
    id: 'riyosha-shien',
    name: '利用者支援事業',
    spellings: [
      '利用者支援事業(子ども)',
      '利用者支援事業 基本型',
      '利用者支援事業(基本型)',
      '利用者支援事業 こども家庭センター型・妊婦等包括相談支援事業型',
      '利用者支援事業(こども家庭センター型・妊婦等包括相談支援事業型)',
    ],
  },
  { id: 'jiritsu-soudan', name: '自立相談支援事業', spellings: ['自立相談支援事業', '自立相談支援事業(困窮)'] },
  { id: 'kyoju-shien', name: '見守り等居住支援', spellings: ['見守り等居住支援', '見守り等居住支援の提供'] },
  { id: 'shuro-shien', name: '就労支援', spellings: ['狭間のニーズに対応する就労支援', '就労支援の提供'] },
  { id: 'taiken', name: '体験事業', spellings: ['狭間のニーズに対応する体験事業(料理教室、農業体験等)'] },
  {
    id: 'furatto-yorimichi',
    name: 'ふらっとよりみち相談会',
    spellings: [
      'ふらっとよりみち相談会',
      '参加機会の確保(場の提供)(ふらっとよりみち相談会)',
      '出張相談会(ふらっとよりみち相談会等)',
      '出張相談会(ふらっとよりみち相談会)',
    ],
  },
  { id: 'kaigo-yobo', name: '地域介護予防活動支援事業', spellings: ['地域介護予防活動支援事業', '高齢者通いの場事業(介護)'] },
  {
    id: 'seikatsu-shien-taisei',
    name: '生活支援体制整備事業',
    spellings: ['生活支援体制整備事業', '生活支援体制整備事業(地域まるごと支援事業)(介護)'],
  },
  {
    id: 'chiiki-katsudo-center',
    name: '地域活動支援センター事業',
    spellings: ['地域活動支援センター事業', '地域活動支援センター事業(障害)'],
  },
  { id: 'kosodate-kyoten', name: '地域子育て支援拠点事業', spellings: ['地域子育て支援拠点事業', '地域子育て支援拠点事業(子ども)'] },
  {
    id: 'konkyu-chiiki',
    name: '生活困窮者支援等のための地域づくり事業',
    spellings: ['生活困窮者支援等のための地域づくり事業', '生活困窮者支援等のための地域づくり事業(困窮)'],
  },
  { id: 'outreach-worker', name: 'アウトリーチ支援員の配置', spellings: ['アウトリーチ支援員の配置'] },
  { id: 'nutrition-patrol', name: '栄養パトロール事業', spellings: ['栄養パトロール事業'] },
  { id: 'publicity', name: '各種媒体を用いた情報発信', spellings: ['各種媒体を用いた情報発信'] },
  { id: 'takikan-kyodo', name: '多機関協働事業', spellings: ['多機関協働事業', '多機関協働事業(重層的支援会議・支援会議)'] },
  { id: 'coordinator', name: '多機関協働コーディネーターの配置', spellings: ['多機関協働コーディネーターの配置'] },
  { id: 'marugoto-kaigi', name: '地域まるごと支援会議', spellings: ['地域まるごと支援会議'] },
  { id: 'chonai-kaigi', name: '庁内等検討会議', spellings: ['庁内等検討会議'] },
  { id: 'training', name: '研修体制の確保', spellings: ['相談支援事業に従事する人員等の研修体制の確保'] },
];

const bySpelling = new Map(projects.flatMap(({ id, spellings }) => spellings.map((text) => [plainSpelling(text), id] as const)));

/** The id of the project that the plan means by `text`, in any of its spellings. Throws when the plan has none such. */
export function projectIdOf(text: string): string {
  const id = bySpelling.get(plainSpelling(text));
  if (!id) throw new Error(`no project is spelled ${text}`);
  return id;
}

/** 'programme-3' for 第3号. */
export function programmeId(number: string): string {
  return `programme-${number.replace(/\D/g, '')}`;
}

/** Rows of programmes, projects, which serves which, and the plan's two tables of who carries them out. */
export function programmeBatches(): Batch[] {
  return [
    {
      table: 'core.programme',
      rows: facts.programmes.map(({ number, name, article }) => ({
        id: programmeId(number),
        number,
        name,
        article,
        position: facts.chapterOrder.indexOf(number) + 1,
      })),
    },
    { table: 'core.project', rows: projects.map(({ id, name, spellings }) => ({ id, name, spellings })) },
    {
      table: 'core.programme_project',
      rows: Object.entries(facts.efforts).flatMap(([number, efforts]) =>
        efforts.map((effort, index) => ({ programme_id: programmeId(number), project_id: projectIdOf(effort), position: index + 1 })),
      ),
    },
    { table: 'core.plan_organization', rows: facts.organizationTable.map(planOrganizationRow) },
    {
      table: 'core.plan_implementer',
      rows: facts.implementers.map(({ programme, part, implementer, operation }, index) => ({
        id: idFor('plan-implementer', index + 1),
        position: index + 1,
        programme_id: programmeId(programme),
        part,
        implementer,
        operation,
      })),
    },
  ];
}

function planOrganizationRow(line: (typeof facts.organizationTable)[number], index: number) {
  return {
    id: idFor('plan-organization', index + 1),
    position: index + 1,
    programme_id: programmeId(line.programme),
    article: line.article,
    project_id: projectIdOf(line.project),
    project_name: line.project,
    field: line.field,
    department_id: departmentId(line.department),
    organization_id: organizationId(organizationKeyOf(line.base)),
    base_name: line.base,
    operation: line.operation,
    base_count: line.baseCount,
    merged_cells: line.mergedCells,
  };
}
