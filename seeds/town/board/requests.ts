import { staffId } from '#seeds/personas';
import type { Batch, Row } from '#seeds/tables';
import { addDays } from '../calendar';
import { idFor } from '../identifier';
import type { Quarter } from '../quarter';
import { issueId } from './issues';

/** What 担当 ask the next 地域まるごと支援会議 and 庁内等検討会議 to speak of. */
const asked = [
  {
    ...{ key: 'tidying', kind: 'MARUGOTO', team: 'council', issue: 'hands-for-tidying', title: null, words: null },
    reason: '応援団に加わった人たちの声を、次の回で聞いてほしい。',
    declined: null,
  },
  {
    ...{ key: 'summer', kind: 'CHONAI', team: 'children', issue: null, title: '夏休みの居場所の試み' },
    words: '学校の図書室を週に二日開けた。来た子の数と、手伝った人の感想を報告する。',
    reason: '来年度の予算の前に、各課の考えを聞きたい。',
    declined: null,
  },
  {
    ...{ key: 'ledger', kind: 'MARUGOTO', team: 'livelihood', issue: null, title: '家計の相談会の報告' },
    words: '出張の相談会を四つの地区で開いた。',
    reason: '市民のみなさんにも知ってほしい。',
    declined: '今回は介護と子育ての話が中心です。来年度の最初の回で扱います。',
  },
] as const;
const MOST_CASES = 2;

/** 議題の依頼: of the windows that have just asked 支援つなげる担当 to take a case, some want it before the next 重層的支援会議. */
export function requestBatches(quarter: Quarter): Batch[] {
  const { anchor } = quarter.calendar;
  const cases = quarter.cases.filter(({ stage, lead }) => stage === 'REQUESTED' && lead !== 'connection').slice(0, MOST_CASES);
  const common = (team: string, days: number): Row => ({
    ...{ team_id: team, requested_by: staffId(team), requested_at: `${addDays(anchor, -days)}T10:20:00+09:00`, restricted: false },
    ...{ card_id: null, withdrawn_at: null, version: 1 },
  });
  return [
    {
      table: 'core.agenda_request',
      rows: [
        ...asked.map(
          ({ key, kind, team, issue, title, words, reason, declined }, index): Row => ({
            ...common(team, 4 + index),
            ...{ id: idFor('agenda-request', key), kind, matter: issue ? 'ISSUE' : 'REPORT', issue_id: issue && issueId(issue) },
            ...{ title, words, reason, declined_because: declined },
            declined_by: declined ? staffId('facilitator') : null,
            declined_at: declined ? `${addDays(anchor, -1)}T16:00:00+09:00` : null,
          }),
        ),
        ...cases.map(
          ({ id, lead }): Row => ({
            ...common(lead, 2),
            ...{ id: idFor('agenda-request', id), kind: 'JUSOTEKI_CASE', matter: 'CASE', issue_id: null, title: null, words: null },
            ...{ reason: null, declined_because: null, declined_by: null, declined_at: null },
          }),
        ),
      ],
    },
    {
      table: 'core.requested_case',
      rows: cases.map(({ id, lead, person }) => ({
        ...{ id: idFor('requested-case', id), request_id: idFor('agenda-request', id), team_id: lead, restricted: false },
        ...{ case_id: id, person_id: person.id, reason_code: null, reason: '窓口一つでは支えきれない。役割を分けたい。' },
      })),
    },
  ];
}
