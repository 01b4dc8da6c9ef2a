import { registerEnumType } from 'type-graphql';

const codes = <K extends string>(...keys: readonly K[]) => Object.fromEntries(keys.map((key) => [key, key])) as { readonly [k in K]: k };
const described = (words: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(words).map(([key, description]) => [key, { description }]));

export const ConsentGiver = codes('SELF', 'REPRESENTATIVE');
export type ConsentGiver = keyof typeof ConsentGiver;
registerEnumType(ConsentGiver, {
  name: 'ConsentGiver',
  description: '同意した人。',
  valuesConfig: described({ SELF: '本人。', REPRESENTATIVE: '代理人（法定代理人・後見人など）。' }),
});

/** In what right a representative speaks; the paper holds who it is. */
export const ConsentRelation = codes('PARENT', 'MINOR_GUARDIAN', 'ADULT_GUARDIAN', 'CURATOR', 'ASSISTANT', 'VOLUNTARY_GUARDIAN', 'OTHER');
export type ConsentRelation = keyof typeof ConsentRelation;
registerEnumType(ConsentRelation, {
  name: 'ConsentRelation',
  description: '代理人の立場。',
  valuesConfig: described({
    PARENT: '親権者（法定代理人）。',
    MINOR_GUARDIAN: '未成年後見人（法定代理人）。',
    ADULT_GUARDIAN: '成年後見人（法定代理人）。',
    CURATOR: '保佐人。',
    ASSISTANT: '補助人。',
    VOLUNTARY_GUARDIAN: '任意後見人。',
    OTHER: '本人から任された人（委任）。',
  }),
});

export const ConsentForm = codes('WRITTEN', 'ORAL_WITNESSED');
export type ConsentForm = keyof typeof ConsentForm;
registerEnumType(ConsentForm, {
  name: 'ConsentForm',
  description: '同意の取り方。',
  valuesConfig: described({ WRITTEN: '書面。', ORAL_WITNESSED: '口頭。説明した職員のほかに、もう一人が立ち会う。' }),
});

/** Field classes that a person can agree to share. */
export const SharedClass = codes('identity', 'address', 'sensitive', 'note');
export type SharedClass = keyof typeof SharedClass;
registerEnumType(SharedClass, {
  name: 'SharedClass',
  description: '同意で開く項目の区分。',
  valuesConfig: described({
    identity: '氏名・生年月日。',
    address: '住所・電話。',
    sensitive: '配慮が必要な情報（心身・家族・お金など）。',
    note: '相談の記録と要約。',
  }),
});

export const ConsentStatus = codes('UPCOMING', 'LIVE', 'SOON', 'EXPIRED', 'WITHDRAWN', 'REPLACED');
export type ConsentStatus = keyof typeof ConsentStatus;
registerEnumType(ConsentStatus, {
  name: 'ConsentStatus',
  description: '同意の状態。データベースの時計で決まる。',
  valuesConfig: described({
    UPCOMING: 'まだ始まっていない。',
    LIVE: '有効。',
    SOON: '有効。まもなく期限。',
    EXPIRED: '期限切れ。',
    WITHDRAWN: '撤回された。',
    REPLACED: '新しい同意に替わった。',
  }),
});
