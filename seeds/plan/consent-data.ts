import type { Batch } from '#seeds/tables';

/**
 * What the city's own data say of consent and disclosure: editions of the form, days within which something is done, regimes. Written for this
 * product from the law's headings and to be confirmed by the city's lawyers, which the screens say as long as `confirmed` is false.
 */
export function consentBatches(): Batch[] {
  return [
    { table: 'core.consent_wording', rows: wordings },
    { table: 'core.deadline', rows: deadlines },
    { table: 'core.disclosure_regime', rows: regimes.map((regime, index) => ({ ...regime, confirmed: false, position: index + 1 })) },
  ];
}

/** The title of the form, and the edition in use. */
export const FORM = '情報共有に関する同意書';
export const EDITION = { id: 'joho-kyoyu-2', edition: '第2版' } as const;
/** What the form asks about, by the class of fields that each opens. */
export const formItems = {
  identity: '氏名・生年月日',
  address: '住所・電話番号',
  sensitive: '心身の状態・家族・収入・債務などの事情',
  note: 'これまでの相談の記録',
} as const;

const body = `わたしは、わたしの支援のために、次の担当が、選んだ項目を共有し、支援の方針と役割を話し合うことに同意します。
同意はいつでも、どの窓口でも、理由を言わずに撤回できます。撤回すると共有はすぐに終わりますが、それぞれの窓口の支援は終わりません。`;

const wordings = [
  {
    id: EDITION.id,
    title: FORM,
    edition: EDITION.edition,
    body,
    items: Object.values(formItems),
    term_days: 1095,
    effective_from: '2024-04-01',
    retired_on: null,
    confirmed: false,
  },
  {
    id: 'joho-kyoyu-1',
    title: FORM,
    edition: '第1版',
    body: 'わたしは、わたしの支援のために、関係する機関が必要な情報を共有することに同意します。',
    items: [formItems.identity, formItems.sensitive],
    term_days: 365,
    effective_from: '2021-04-01',
    retired_on: '2024-04-01',
    confirmed: false,
  },
];

const deadlines = [
  { key: 'consent.soon', name: '期限が近いと知らせ始める日数', days: 30, confirmed: false },
  { key: 'consent.review', name: '撤回のあと主担当が事例を見直すまでの日数', days: 14, confirmed: false },
];

const regimes = [
  {
    id: 'CONSENT',
    name: '本人の同意',
    basis: '個人情報保護法69条2項1号',
    body: '本人が同意した担当に、同意した項目を、同意した目的のために渡す。撤回や期限切れのあとは渡さない。',
  },
  {
    id: 'ART_106_6',
    name: '支援会議',
    basis: '社会福祉法106条の6',
    body: '支援会議の構成員に、必要な情報を渡す。本人の同意は要らない。構成員には守秘義務があり、会議の存在も外に出さない。',
  },
  {
    id: 'YOTAIKYO',
    name: '要保護児童対策地域協議会',
    basis: '児童福祉法25条の2から25条の5まで',
    body: '要保護児童等の支援に必要なとき、協議会の構成員に渡す。構成員には守秘義務がある。',
  },
  {
    id: 'SELF_RELIANCE_9',
    name: '支援会議（生活困窮）',
    basis: '生活困窮者自立支援法9条',
    body: '生活困窮者の自立の支援に必要なとき、会議の構成員に渡す。構成員には守秘義務がある。',
  },
  {
    id: 'LONELINESS_COUNCIL',
    name: '孤独・孤立対策地域協議会',
    basis: '孤独・孤立対策推進法15条から18条まで',
    body: '孤独・孤立の当事者の支援に必要なとき、協議会の構成員に渡す。構成員には守秘義務がある。',
  },
  {
    id: 'REGIONAL_CARE',
    name: '地域ケア会議',
    basis: '介護保険法115条の48',
    body: '要介護者等の支援に必要なとき、会議の関係者に渡す。構成員には守秘義務がある。',
  },
  {
    id: 'PRIVACY_69_2',
    name: '法令による目的外の提供',
    basis: '個人情報保護法69条2項2号から4号まで',
    body: '事務の遂行に必要で相当な理由があるとき、または本人の利益になることが明らかなときなどに渡す。理由を書き添える。',
  },
];
