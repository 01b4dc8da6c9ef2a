/** Every sentence about the plan's indicators (評価指標). */
export const indicatorWords = {
  title: '評価指標（R6〜R12）',
  lead: '実施計画に印刷された18の指標です。数字は計画のとおりで、ここでは変えられません。',
  number: '番号',
  name: '指標',
  nature: { REFERENCE: '参考値', TARGET: '目標値' },
  natureMeans: '「参考値」は、相談を受け止める体制の大きさを見るものです。多い・少ないの良し悪しは付けません。',
  kind: { ACTUAL: '実績', EXPECTED: '見込み', FORECAST: '見込み値', TARGET: '目標値' },
  noData: '値なし',
  notes: '読むときの注意',
  definition: '何を数えるか',
  caption: '実施計画の評価指標。年度ごとの実績、見込み、見込み値、目標値。',
} as const;
