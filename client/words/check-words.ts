/** Every sentence of the check before projection. Calm: each says what is, and what to do where something is to be done. */
export const checkWords = {
  open: '投影前の点検',
  title: '投影前の点検',
  edges: '四つの角の●と、太い枠がすべて見えていれば、画面は欠けていません。欠けるときは、投影機の「オーバースキャン」を切ってください。',
  metres: '一番後ろの席まで（メートル）',
  width: '映した画面の横幅（センチメートル）',
  sample: '後ろの席から、この行が楽に読めますか。',
  fine: '● よい',
  attention: '▲ 確かめる',
  waiting: '調べています',
  again: 'もう一度調べる',
  names: { text: '文字の大きさ', clock: '時計', fonts: '文字の形', delay: '接続', screen: '画面' },
  text: {
    unknown: '後ろの席までの距離と、画面の横幅を入れてください。',
    fine: (step: string) => `文字の段階「${step}」で、後ろの席まで読めます。`,
    advice: (step: string) => `文字の段階「${step}」なら、後ろの席まで読めます。下のボタンで決められます。`,
    beyond: (width: number) => `特大の文字でも、後ろの席では読みにくい広さです。席を前に寄せるか、横幅を${width}cm以上に映してください。`,
    take: (step: string) => `この画面の文字を「${step}」にする`,
    release: '会議に合わせる',
    taken: (step: string) => `● この画面の文字は「${step}」です。会議のあいだも、Z キーで変えられます。`,
  },
  steps: { STANDARD: '標準', LARGE: '大（1.25倍）', LARGEST: '特大（1.5倍）' },
  clock: {
    fine: 'この端末の時計は、ハブと合っています。',
    attention: (ahead: string) => `この端末の時計は、ハブより${ahead}。残り時間はハブの時計で出るので、会議はこのまま開けます。`,
    ahead: (span: string) => `${span}進んでいます`,
    behind: (span: string) => `${span}遅れています`,
    span: (seconds: number) => (seconds < 60 ? `${seconds}秒` : `${Math.round(seconds / 60)}分`),
  },
  fonts: {
    fine: (all: string) => `${all} を、どれも正しく出せます。`,
    attention: (missing: string) => `${missing}を出せません。この字のある言葉は、ほかの字で書いてください。`,
  },
  delay: {
    fine: (ms: number) => `ハブの返事は約${ms}ミリ秒です。`,
    slow: (ms: number) => `ハブの返事に約${ms}ミリ秒かかっています。有線につなぐか、ほかの通信を止めてください。`,
    cut: 'ハブにつながりません。ケーブルと無線の設定を確かめてください。',
  },
  screen: {
    fine: (width: number, height: number) => `横${width}・縦${height}の画面いっぱいに映っています。`,
    attention: 'ブラウザーの枠が見えています。F11 キーで画面いっぱいにしてください。',
  },
} as const;
