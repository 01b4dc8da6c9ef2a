import { staffId } from '#seeds/personas';
import type { TeamId } from '#seeds/plan/directory';
import type { Batch } from '#seeds/tables';
import { idFor } from '../identifier';
import type { Quarter } from '../quarter';
import type { Topic } from '../topics';

interface Issue {
  readonly key: string;
  readonly title: string;
  readonly description: string;
  readonly topics: readonly Topic[];
  readonly draftedBy: TeamId;
}

const issues: readonly Issue[] = [
  {
    key: 'no-ride',
    title: '買い物と通院の足が足りない',
    description: '車を手放した後、店や病院が遠く、家にこもりがちになる人が増えている。',
    topics: ['介護', '孤独・孤立'],
    draftedBy: 'elderly-care',
  },
  {
    key: 'men-alone',
    title: '男性が気軽に集まれる場が少ない',
    description: 'サロンの参加は女性が多く、一人暮らしの男性の出番が少ない。',
    topics: ['孤独・孤立', '地域との関係'],
    draftedBy: 'council',
  },
  {
    key: 'evening-place',
    title: '夕方から夜の居場所がない',
    description: '昼間に出かけにくい人や、学校に行きづらい子が過ごせる場が限られている。',
    topics: ['ひきこもり', '不登校'],
    draftedBy: 'children',
  },
  {
    key: 'no-guarantor',
    title: '保証人がいないと部屋を借りにくい',
    description: '家族に頼れない人の住まい探しが長引き、次の暮らしに進めない。',
    topics: ['住まい'],
    draftedBy: 'livelihood',
  },
  {
    key: 'short-hours',
    title: '短い時間から働ける職場が少ない',
    description: '週に数時間から始めたい人と、手が足りない事業所が出会えていない。',
    topics: ['仕事', 'ひきこもり'],
    draftedBy: 'disability',
  },
  {
    key: 'sudden-childcare',
    title: '急なときの子どもの預け先が足りない',
    description: '病気や用事のとき、近くに頼れる人がいない家庭が多い。',
    topics: ['子育て'],
    draftedBy: 'children',
  },
  {
    key: 'hands-for-tidying',
    title: '片付けを手伝う人が足りない',
    description: '本人のペースに合わせて、ごみ出しや片付けを続けて手伝う人が少ない。',
    topics: ['ごみ・片付け', '認知症'],
    draftedBy: 'elderly-care',
  },
  {
    key: 'food-at-months-end',
    title: '月の終わりに食べ物が足りない',
    description: '収入の日の前になると、食事の回数を減らす世帯がある。',
    topics: ['食べるもの', '収入・生活費'],
    draftedBy: 'livelihood',
  },
  {
    key: 'hard-japanese',
    title: '届く書類の日本語が難しい',
    description: '役所や園からの手紙が読めず、手続きが遅れる家庭がある。',
    topics: ['外国籍・言葉'],
    draftedBy: 'children',
  },
];

/** Fewer cases than this behind an issue, and it stays a draft (RULES: k = 10 for every audience). */
const ENOUGH_CASES = 10;

/** The id of a community issue by its key. */
export function issueId(key: string): string {
  return idFor('community-issue', key);
}

/** 地域課題 with the number of cases, of those that go on today, that each is drawn from; approved by the facilitator once enough cases stand behind it. */
export function issueBatch(quarter: Quarter): Batch {
  return {
    table: 'core.community_issue',
    rows: issues.map(({ key, title, description, topics, draftedBy }) => {
      const { anchor } = quarter.calendar;
      const count = quarter.cases.filter((one) => one.closesOn > anchor && topics.some((topic) => one.topics.has(topic))).length;
      const approved = count >= ENOUGH_CASES;
      return {
        id: issueId(key),
        title,
        description,
        topics,
        state: approved ? 'APPROVED' : 'DRAFT',
        drafted_by: staffId(draftedBy),
        approved_by: approved ? staffId('facilitator') : null,
        case_count: count,
        version: 1,
      };
    }),
  };
}
