/** What a text may give away about somebody. */
export type Identifier = 'name' | 'phone' | 'address' | 'birth' | 'age' | 'school' | 'workplace' | 'hospital' | 'illness' | 'caseNumber';

/** Each with the words that tell the person who typed it. */
export const identifierWords: Readonly<Record<Identifier, string>> = {
  name: '人の名前',
  phone: '電話番号',
  address: '番地',
  birth: '生年月日',
  age: '年齢',
  school: '学校や園の名前',
  workplace: '会社の名前',
  hospital: '病院の名前',
  illness: '病名',
  caseNumber: '事例の番号',
};

/** What a text that is written at leisure must not tell either: in the room a date of next week is no risk, on a card it may be somebody's. */
export type CardIdentifier = Identifier | 'date' | 'trait' | 'district';

export const cardIdentifierWords: Readonly<Record<CardIdentifier, string>> = {
  ...identifierWords,
  date: 'はっきりした日付',
  trait: 'めずらしい事情',
  district: '地区の名前',
};

const cardPatterns: Readonly<Record<'date' | 'trait', RegExp>> = {
  date: /\d{1,2}\s*月\s*\d{1,2}\s*日|(?<!\d)\d{1,4}[/.]\d{1,2}([/.]\d{1,2})?(?!\d)|(\d{4}|(大正|昭和|平成|令和)\s*(\d+|元))\s*年/u,
  // What few people of a small city have; the list asks, and a second person judges.
  trait:
    /双子|三つ子|五人きょうだい|難病|透析|人工呼吸|医療的ケア|盲導犬|全盲|国籍|難民|出所|刑務所|服役|逮捕|事件|裁判|自殺|自死|未遂|火事|火災|心中|養子|里子|里親|宗教|信者|議員|元教師|元教諭|優勝|受賞|動物を\d+匹/u,
};

/** Words before さん・様 that name nobody. Matched at the end of what stands there: 近所のお母さん is nobody either. */
const anybody =
  /(お?母|お?父|お?兄|お?姉|お?子|お?孫|娘|息子|奥|旦那|夫婦|家族|みな|皆|お?客|利用者|患者|委員|相談員|支援員|職員|看護師|保健師|医師|大家|業者|店|近所|隣|おばあ|おじい|お年寄り|者|方|ボランティア|赤|おとう|おかあ|お嫁|お婿)$/u;
const called = /([\p{sc=Han}々ヶ\p{sc=Katakana}ー\p{sc=Hiragana}]{1,8}?)(さん|ちゃん|くん|様(?![子々式])|氏(?!名|族))/gu;

const patterns: Readonly<Record<Exclude<Identifier, 'name'>, RegExp>> = {
  phone: /(?<!\d)0\d{1,4}[-‐–ー−() ]{0,2}\d{1,4}[-‐–ー−() ]{0,2}\d{3,4}(?!\d)/u,
  address: /\d+\s*(丁目|番地|番\s*\d+\s*号)|〒?\d{3}-\d{4}(?!\d)/u,
  birth: /生年月日|(\d{4}|(大正|昭和|平成|令和)\s*(\d+|元))\s*年[^。]{0,8}生/u,
  age: /\d{1,3}\s*[歳才](?!代|以上|以下|未満|から|まで|児)/u,
  school:
    /[\p{sc=Han}々ヶ\p{sc=Katakana}ー](?<!各|内|他|全|年|市|校)(小学校|中学校|高等学校|高校|支援学校|大学|保育[園所]|幼稚園|こども園)/u,
  workplace: /株式会社|有限会社|合同会社|\(株\)|\(有\)/u,
  hospital: /[\p{sc=Han}々ヶ\p{sc=Katakana}ー](?<!科|内|他|総合|の)(病院|医院|クリニック|診療所)/u,
  illness: /統合失調|双極性|うつ病|鬱病|HIV|エイズ|結核|梅毒|肝炎|ALS|筋萎縮/u,
  // As the windows write it: R8-0042.
  caseNumber: /[RH]\d{1,2}[-‐–−ー]\d{3,}/iu,
};

/**
 * What of a text that is about to stand before citizens may tell who somebody is (RULES 4). It errs on the side of asking: a hit is held
 * until it is reworded or a second person lets it through, so a false one costs a moment, and a missed one a family's peace. Names that the
 * hub knows are not looked up: the answer would tell who is in it.
 */
export function identifiersIn(text: string): readonly Identifier[] {
  // ㈱ becomes (株), and figures of any width are figures.
  const plain = text.normalize('NFKC');
  const found = Object.entries(patterns).flatMap(([kind, pattern]) => (pattern.test(plain) ? [kind as Identifier] : []));
  return namesSomebody(plain) ? ['name', ...found] : found;
}

/** The same for a card, which is read again and again: days and rare circumstances too, and districts out of those that are told. */
export function cardIdentifiersIn(text: string, districts: readonly string[] = []): readonly CardIdentifier[] {
  const plain = text.normalize('NFKC');
  const found = Object.entries(cardPatterns).flatMap(([kind, pattern]) => (pattern.test(plain) ? [kind as CardIdentifier] : []));
  // 山梨 is a district, and a city and a prefecture by which nobody is found.
  const isNamed = districts.some((district) => new RegExp(`${district}(?![市県])`, 'u').test(plain));
  return [...identifiersIn(text), ...found, ...(isNamed ? (['district'] as const) : [])];
}

function namesSomebody(text: string): boolean {
  return [...text.matchAll(called)].some(([, stem = '']) => !anybody.test(stem));
}
