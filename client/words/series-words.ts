import { hoursInWords } from './era-date';

const weekdays = '月火水木金土日';

/** What a rhythm is made of. */
export interface RhythmParts {
  readonly weeks: readonly number[];
  readonly weekday: number;
  readonly months: readonly number[];
  readonly startsAt: string;
  readonly endsAt: string;
}

/** 毎月 第3金曜日 13:30〜15:00; 3・6・9・12月 最後の木曜日 … */
export function rhythmInWords({ weeks, weekday, months, startsAt, endsAt }: RhythmParts): string {
  const nth = weeks.filter((week) => week > 0);
  const which = [nth.length > 0 ? `第${nth.join('・')}` : '', weeks.includes(-1) ? '最後の' : ''].filter(Boolean).join('と');
  return `${months.length === 12 ? '毎月' : `${months.join('・')}月`} ${which}${weekdays[weekday - 1] ?? ''}曜日 ${hoursInWords({ startsAt, endsAt })}`;
}

/** Every other sentence about when conferences meet. */
export const seriesWords = {
  /** Every kind that may have a rhythm, as the hub names it. */
  kinds: {
    JUSOTEKI_CASE: '重層的支援会議（個別）',
    JUSOTEKI_EVALUATION: '重層的支援会議（有識者）',
    CHONAI: '庁内等検討会議',
    WORKING: 'ワーキング（研修）',
    MARUGOTO: '地域まるごと支援会議',
    CONNECT: 'コネクト会議',
    OPEN_TALKING_BAR: '支援関係者ネットワーク会議（Open Talking Bar）',
  },
  none: '周期は定めていません',
  offered: '次の候補',
  offer: (day: string) => `${day} に作る`,
  nothingCalled: 'これからの回は、まだ作られていません。',
  set: '周期を決める',
  title: (kind: string) => `${kind} の周期`,
  setFor: (kind: string) => `${kind} の周期を決める`,
  hint: '候補の日から、国民の祝日と12月29日〜1月3日を除きます。祝日に当たる回はずらさずに除くので、ほかの日に開くときは会議を作るときに日を選びます。',
  weeks: '第何週',
  week: (week: number) => (week === -1 ? '最後の週' : `第${week}`),
  weekday: '曜日',
  weekdays: [...weekdays].map((day) => `${day}曜日`),
  months: '開く月',
  month: (month: number) => `${month}月`,
  startsAt: '始まりの時刻',
  endsAt: '終わりの時刻',
  place: '場所',
  saved: (kind: string) => `${kind} の周期を決めました`,
} as const;
