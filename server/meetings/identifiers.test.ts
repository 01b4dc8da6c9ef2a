import { describe, expect, it } from 'vitest';
import { type Identifier, identifiersIn } from './identifiers';

const telling: readonly (readonly [string, Identifier])[] = [
  ['結城野さんを訪ねる', 'name'],
  ['来週 暮沢 たすくさんに電話', 'name'],
  ['タナカさんの見守り', 'name'],
  ['みのりちゃんの送り迎え', 'name'],
  ['筆ノ瀬様宅の片付け', 'name'],
  ['虹坂氏に声をかける', 'name'],
  ['０９０−１２３４−５６７８へ連絡', 'phone'],
  ['0553(22)1111に電話する', 'phone'],
  ['架空1丁目の空き家', 'address'],
  ['小原西843番地に集まる', 'address'],
  ['昭和33年5月生まれの方', 'birth'],
  ['84歳の母の介護', 'age'],
  ['８４才の一人暮らし', 'age'],
  ['加納岩小学校に相談', 'school'],
  ['やまなしカトリック幼稚園の迎え', 'school'],
  ['㈱架空工業に話を聞く', 'workplace'],
  ['架空中央病院の受診に付き添う', 'hospital'],
  ['統合失調症への理解を広げる', 'illness'],
  ['Ｒ８−0042の続きを話す', 'caseNumber'],
];
const harmless = [
  '毎週の見守りと声かけを続ける',
  '近所のお母さんに声をかける',
  'みなさんで考える',
  '利用者さんの声を集める',
  '民生委員さんと訪ねる日を決める',
  '様子を見る',
  '氏名を書かない申込書をつくる',
  '80代の親と50代の子',
  '65歳以上の方の集い',
  '市内の小学校にちらしを配る',
  '各中学校に知らせる',
  '12月10日に集まる',
  '移動販売の会社に話を聞く',
  '病院への送り迎え',
  '認知症カフェを開く',
  '3歳児健診の会場で声をかける',
];

describe('a text before citizens', () => {
  it.each(telling)('「%s」 may tell who somebody is: %s', (text, kind) => expect(identifiersIn(text)).toContain(kind));
  it.each(harmless)('「%s」 tells nothing', (text) => expect(identifiersIn(text)).toEqual([]));
});
