import { expect, it } from 'vitest';
import { nameBreaks } from './name-breaks';

const broken = (name: string): string =>
  [...name].map((character, at) => (nameBreaks(name).has(at) ? `｜${character}` : character)).join('');

it('lets a name go on in the next line between its words, and nowhere within one', () => {
  const names = {
    '支援関係者ネットワーク会議（Open Talking Bar）': '支援関係者｜ネットワーク｜会議｜（Open Talking Bar）',
    '放課後等デイサービス にじいろ(架空)': '放課後等｜デイサービス にじいろ｜(架空)',
    民生委員児童委員協議会: '民生｜委員｜児童｜委員｜協議会',
    山梨市社会福祉協議会: '山梨市｜社会｜福祉｜協議会',
    地域包括支援センター: '地域包括支援｜センター',
    生活支援コーディネーター: '生活支援｜コーディネーター',
    '山梨市つどいの広場「たち山梨」': '山梨市つどいの｜広場｜「たち｜山梨」',
    'こども・子育て課': 'こども・｜子育て課',
    障がい者の会: '障がい者の会',
  };
  expect(Object.fromEntries(Object.keys(names).map((name) => [name, broken(name)]))).toEqual(names);
});
