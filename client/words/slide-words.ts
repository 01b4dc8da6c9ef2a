/** Sentences of what the wall is turned to, and of how it is read. */
export const slideWords = {
  title: '会場に出すもの',
  open: '会場に出すもの（G）',
  now: '● いま出しています',
  slides: {
    MATTER: { name: '議題', what: '事例カードや地域課題' },
    NOTES: { name: 'みなさんの声', what: '書きとめた声を、新しい順に' },
    AGREED: { name: '役割と次にやること', what: '決まったことだけを、広く' },
    INDICATOR: { name: '評価指標', what: '実施計画の18の指標から一つ' },
  },
  needsItem: '議題を会場に出すと選べます。',
  show: (name: string) => `出す：${name}`,
  turned: (name: string) => `会場に「${name}」を出しました`,
  indicator: '出す指標',
  showIndicator: '指標を出す',
  close: '閉じる',
  lettering: {
    title: '会場の文字',
    step: '文字の大きさ（Z）',
    steps: { STANDARD: '標準', LARGE: '大', LARGEST: '特大' },
    stepHint: '大きくすると、出る件数が減ります。会場のパソコンで Z を押すと、その画面だけを変えられます。',
    furigana: 'ふりがな（Y）',
    furiganas: { OFF: 'なし', TERMS: '用語', ALL: 'すべて' },
    easy: 'やさしい日本語（H）',
    easys: { off: 'ふつう', on: 'やさしい' },
    easyHint: '画面の言葉だけが変わります。みなさんが書いた言葉は変わりません。',
  },
  own: {
    furigana: 'この画面のふりがな',
    easy: 'この画面の言葉',
    room: '会場と同じ',
  },
} as const;
