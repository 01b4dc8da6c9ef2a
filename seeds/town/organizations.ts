import { organizationId, planOrganizations } from '#seeds/plan/organizations';
import type { Batch } from '#seeds/tables';
import { INVENTED } from './names';

interface InventedOrganization {
  readonly key: string;
  readonly name: string;
  readonly reading: string;
  readonly kind: 'PROVIDER' | 'GROUP' | 'COMPANY' | 'SCHOOL' | 'MEDICAL' | 'SHELTER';
  /** Known only to the 担当 that use it. */
  readonly team?: 'children' | 'connection';
  readonly operation?: '委託';
}

const kinds = { P: 'PROVIDER', G: 'GROUP', C: 'COMPANY', S: 'SCHOOL', M: 'MEDICAL' } as const;

const list = `
michikusa|G|NPO法人 みちくさの会|みちくさのかい
hidamari-saron|G|ひだまりサロンの会|ひだまりさろんのかい
kodomo-shokudo|G|こども食堂 ぶどうの木|こどもしょくどう ぶどうのき
foodbank|G|フードバンク ももの里|ふーどばんく もものさと
manabiya|G|学習支援の会 まなびや|がくしゅうしえんのかい まなびや
tomoshibi|G|家族会 ともしび|かぞくかい ともしび
nihongo|G|にほんご広場 笛吹川|にほんごひろば ふえふきがわ
tasukeai|G|たすけあい隊 あおぞら|たすけあいたい あおぞら
engeki|G|朗読とお茶の会 ことのは|ろうどくとおちゃのかい ことのは
otoko-ryori|G|男の料理教室 かまどの会|おとこのりょうりきょうしつ かまどのかい
taiso|G|いきいき体操クラブ|いきいきたいそうくらぶ
ninchi-cafe|G|認知症カフェ えんがわ|にんちしょうかふぇ えんがわ
hattatsu-oya|G|発達の親の会 たんぽぽ|はったつのおやのかい たんぽぽ
katazuke|G|かたづけ応援団|かたづけおうえんだん
yorisoi|G|よりそい電話の会|よりそいでんわのかい
sodachi|G|外あそび応援団 どんぐり|そとあそびおうえんだん どんぐり
kaisei-noen|C|かいせい農園|かいせいのうえん
budo-koubou|C|ぶどう工房 つぶら|ぶどうこうぼう つぶら
seisou|C|まちの清掃社|まちのせいそうしゃ
panya|C|パン工房 むぎの音|ぱんこうぼう むぎのね
fudosan|C|すまい不動産 やまびこ|すまいふどうさん やまびこ
haishoku|P|配食サービス まごころ便|はいしょくさーびす まごころびん
day-hinata|P|デイサービス ひなた|でいさーびす ひなた
helper-kaze|P|訪問介護 そよかぜ|ほうもんかいご そよかぜ
care-yamabuki|P|居宅介護支援 やまぶき|きょたくかいごしえん やまぶき
sagyosho-hoshi|P|就労継続支援B型 ほしぞら|しゅうろうけいぞくしえん ほしぞら
group-yuzu|P|グループホーム ゆずの家|ぐるーぷほーむ ゆずのいえ
hokago-niji|P|放課後等デイサービス にじいろ|ほうかごとうでいさーびす にじいろ
houmon-kango|M|訪問看護ステーション こもれび|ほうもんかんごすてーしょん こもれび
kokoro-clinic|M|こころのクリニック 木かげ|こころのくりにっく こかげ
naika|M|さくら坂内科|さくらざかないか
hoiku-momo|S|ももの木保育園|もものきほいくえん
free-school|S|フリースクール こみち|ふりーすくーる こみち
horitsu|P|暮らしの法律相談所 あかし|くらしのほうりつそうだんじょ あかし
koken|P|権利擁護センター よすが|けんりようごせんたー よすが
takuro|P|地域の家 まどか|ちいきのいえ まどか`;

/** Organisations that do not exist, beside those of the plan. */
export const inventedOrganizations: readonly InventedOrganization[] = [
  ...list
    .trim()
    .split('\n')
    .map((line) => {
      const [key = '', kind = 'P', name = '', reading = ''] = line.split('|');
      return { key, kind: kinds[kind as keyof typeof kinds], name: `${name}${INVENTED}`, reading };
    }),
  { key: 'shelter', kind: 'SHELTER', name: `緊急の避難先${INVENTED}`, reading: 'きんきゅうのひなんさき', team: 'children' },
  {
    key: 'nutritionists',
    kind: 'PROVIDER',
    name: `管理栄養士の会 いろどり${INVENTED}`,
    reading: 'かんりえいようしのかい いろどり',
    team: 'connection',
    operation: '委託',
  },
];

/** Groups that come to Open Talking Bar, in the order in which they joined. */
export const networkGroups: readonly string[] = [
  'shakyo',
  'minsei',
  'michikusa',
  'foodbank',
  'kodomo-shokudo',
  'tomoshibi',
  'manabiya',
  'tasukeai',
  'kaisei-noen',
  'nihongo',
  'yorisoi',
  'katazuke',
  'seisou',
  'panya',
  'hattatsu-oya',
];

/** Rows of the invented organisations. */
export function organizationBatches(): Batch[] {
  return [
    {
      table: 'core.organization',
      rows: inventedOrganizations.map(({ key, name, reading, kind, team, operation }, index) => ({
        id: organizationId(key),
        key,
        name,
        reading,
        kind,
        operation: operation ?? null,
        team_id: team ?? null,
        is_public: kind !== 'SHELTER',
        position: planOrganizations.length + index + 1,
      })),
    },
  ];
}
