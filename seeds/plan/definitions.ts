/** What exactly an indicator counts. Ours, in the words that the screen shows; the SQL of the measure says the same. */
interface Definition {
  readonly text: string;
  /** Decimals to which the figure is rounded, half away from zero. */
  readonly decimals: number;
}

const NEW_CONSULTATIONS =
  'が年度内(4月1日から翌年3月31日まで)に受け付けた相談のうち、新規として受け付けたものの件数。新規は窓口ごとに同じ人につき年度で1件までとし、継続の相談は数えない。';

/** By the id of the indicator. */
export const definitions: Readonly<Record<string, Definition>> = {
  'i01-houkatsu-new': { text: `地域包括支援センター${NEW_CONSULTATIONS}`, decimals: 0 },
  'i02-kikan-new': { text: `障害者基幹相談支援センター${NEW_CONSULTATIONS}`, decimals: 0 },
  'i03-shogai-soudan-new': { text: `障害者相談支援事業所(2か所の合計)${NEW_CONSULTATIONS}`, decimals: 0 },
  'i04-tsudoi-outreach': {
    text: '子育て支援総合コーディネーターが年度内に他の事業へ出張した回数。同じ日に2か所へ行けば2回と数える。',
    decimals: 0,
  },
  'i05-kodomo-plan-rate': {
    text: '分母は、こども家庭センターが年度内に受け付けた家庭の数。分子は、そのうち同じ年度の末日までに個別支援計画を作成した家庭の数。百分率を小数第2位で四捨五入する。計画書に単位と分母の記載はなく、市に確認中。',
    decimals: 1,
  },
  'i06-seikatsu-new': { text: `生活相談支援センター${NEW_CONSULTATIONS}`, decimals: 0 },
  'i07-kayoinoba': { text: '年度内に1日でも高齢者通いの場を利用した団体の数。年度の途中でやめた団体も数える。', decimals: 0 },
  'i08-layer2-council': { text: '年度の末日(年度の途中ではその時点)に活動している第2層協議体の拠点の数。', decimals: 0 },
  'i09-oasis-daily': {
    text: '分母は、オアシスやまなし結を年度内に開いた日数。分子は、その日々の利用者の延べ人数。1日あたりの人数を小数第1位で四捨五入する。',
    decimals: 0,
  },
  'i10-kosodate-kyoten': {
    text: '地域子育て支援拠点3か所(たち山梨、たち牧丘、山梨地区子育て支援センター)の年度内の利用者の延べ人数の合計。',
    decimals: 0,
  },
  'i11-open-talking-bar': {
    text: '年度内に開いた支援関係者ネットワーク会議(Open Talking Bar)に1回以上参加した団体の実数。同じ団体は何回参加しても1と数える。',
    decimals: 0,
  },
  'i12-shien-kaigi': { text: '年度内に開催を終えた支援会議(法第106条の6)の回数。1回に複数の事例を扱っても1回と数える。', decimals: 0 },
  'i13-juso-kaigi': {
    text: '年度内に開催を終えた、個別事例を扱う重層的支援会議の回数。有識者による評価の会議は数えない。1回に複数の事例を扱っても1回と数える。',
    decimals: 0,
  },
  'i14-outreach-worker': {
    text: 'アウトリーチ支援員の働きかけにより、年度内に継続的な支援につながった件数。年度内に支援員の配置がなければ「データなし」とし、0件とは区別する。',
    decimals: 0,
  },
  'i15-furatto': { text: 'ふらっとよりみち相談会で出会った人のうち、年度内に新たに継続的な支援につながった件数。', decimals: 0 },
  'i16-nutrition-connect': {
    text: '分母は、栄養パトロールで年度内に課題を把握したハイリスク者の実人数。分子は、そのうちコネクト会議で検討し、同じ年度の末日までに相談支援機関につないだ人の数。百分率を小数第1位で四捨五入する。',
    decimals: 0,
  },
  'i17-participation-change': {
    text: '分母は、年度内に参加支援事業の評価を受けた人の実人数。分子は、そのうち行動や気持ちに変化がみられた人の数。百分率を小数第1位で四捨五入する。評価を受けた人がいない年度は「データなし」とする。',
    decimals: 0,
  },
  'i18-employment-matching': {
    text: '参加支援事業の就労支援で、年度内に企業や事業主などの社会資源と結びついた件数。1件もない年度は0件とする。',
    decimals: 0,
  },
};
