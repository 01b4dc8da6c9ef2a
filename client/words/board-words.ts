import { clock } from './era-date';

/** Every sentence of the projected board. Short: read from ten metres. `easyBoardWords` says the same in やさしい日本語. */
export const boardWords = {
  city: '山梨市',
  number: (n: number) => `第${n}回`,
  stepOf: (now: number, all: number) => `${all}のうち${now}`,
  caseTag: (letter: string) => `事例${fullWidth(letter)}`,
  issueTag: '地域課題',
  reportTag: '報告',
  fictionTag: (letter: string) => `架空事例${fullWidth(letter)}`,
  fictionMeans: '研修のための架空の事例です。実在のだれのことでもありません',
  wholeCity: '市内',
  strengths: 'つよみ',
  wishes: 'のぞむ暮らし',
  worries: '困りごと',
  nothingYet: 'これから話し合います',
  andMore: (n: number) => `ほか${n}件`,
  notes: (n: number) => (n > 0 ? `みなさんの声 ${n}件` : 'みなさんの声'),
  noNotes: 'これからうかがいます',
  roles: '役割',
  noRoles: 'これから決めます',
  unfilled: 'だれか募集中',
  actions: '次にやること',
  openActions: (n: number) => `次にやること ${n}件`,
  noActions: 'まだありません',
  decisions: '決まったこと',
  readBack: '読み上げました',
  allDone: '次にやること すべて済み',
  noDue: '期限なし',
  done: '済み',
  late: '▲ 期限すぎ',
  anybody: '担う機関はこれから',
  summary: (roles: number, open: number, actions: number) =>
    `役割 ${roles}件${open > 0 ? `（募集中 ${open}件）` : ''} ・ 次にやること ${actions}件`,
  connecting: 'つないでいます',
  live: 'つながっています',
  recovering: (lostAt: Date) => `回復しています（直前の内容です ${clock(lostAt)}）`,
  anonymous: '匿名表示',
  anonymousMeans: '名前や住所は出ません',
  soon: 'まもなく始まります',
  between: '次の議題を準備しています',
  hidden: 'しばらくお待ちください',
  left: 'のこり',
  timeIsUp: '時間です',
  over: '会議は終わりました。ありがとうございました',
  cancelled: 'この会議は、開催を取りやめました',
  noSession: 'この会議は表示できません',
  map: {
    title: 'エコマップ',
    none: 'これから書きます',
    ties: { STRONG: '強いつながり', WEAK: '弱いつながり', STRAINED: '気がかり', PLANNED: 'これからつなぐ', ROLE: '役割' },
  },
  /** Said for a moment when the text is made larger at the display itself. */
  step: { STANDARD: '文字の段階：標準', LARGE: '文字の段階：大', LARGEST: '文字の段階：特大', room: '文字の段階：会議に合わせる' },
  indicator: {
    tag: (n: number) => `指標${n}`,
    reference: '参考値です。多い・少ないの良し悪しは付けません',
    kinds: { ACTUAL: '実績', EXPECTED: '見込み', FORECAST: '見込み値', TARGET: '目標' },
    noData: '値なし',
    notes: '読むときの注意',
    noNote: '何を数えるか',
    readOut: '司会が読み上げます',
    plan: '実施計画に印刷された値です',
    list: (name: string) => `${name}の値`,
  },
} as const;

/** The same sentences in other words: every one of them, with the same blanks to fill. */
export type BoardWords = Worded<typeof boardWords>;
type Worded<Words> = Words extends (...blanks: infer Blanks) => string
  ? (...blanks: Blanks) => string
  : Words extends string
    ? string
    : { readonly [Key in keyof Words]: Worded<Words[Key]> };

/** Sentences of a display that shows no board: before it is paired, and after its end. */
export const displayWords = {
  pairing: {
    title: '会議ボード',
    ask: '司会の画面でこのコードを入れてください',
    where: '「会場の画面」→ コードを入力 →「つなぐ」',
    until: (moment: string) => `${clock(moment)} まで使えます`,
    trouble: 'サーバーにつながりません。つながるまで繰り返します',
  },
  ended: {
    revoked: '司会がこの画面の表示を終えました',
    expired: 'この画面の表示期限が切れました',
    cleared: '会議の内容は消しました。',
    again: '新しいコードを出す',
  },
} as const;

/** 事例Ａ, not 事例A: one width beside Japanese text. */
export function fullWidth(letter: string): string {
  return letter.replace(/[A-Z]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));
}
