import type { Dice } from './dice';

/** Every invented name ends so, on every screen and in every export. */
export const INVENTED = '(架空)';

export type Sex = 'FEMALE' | 'MALE' | 'UNSTATED';

/** Invented family names: written so that none is a common word, since a test searches for them in texts meant for the wall. */
const surnames =
  '桃坂モモサカ 笛原フエハラ 葡萄沢ブドウザワ 甲川瀬コウカワセ 櫛形沢クシガタザワ 雁坂原カリサカハラ 琴川瀬コトガワセ 乙女湖オトメコ 金桜沢キンザクラザワ 水晶谷スイショウダニ ' +
  '柿平カキダイラ 李山スモモヤマ 桑乃木クワノギ 繭村マユムラ 機織谷ハタオリダニ 富士見沢フジミザワ 白根谷シラネダニ 荒川瀬アラカワセ 笹子原ササゴハラ 初狩沢ハツカリザワ ' +
  '星見坂ホシミザカ 霧ヶ沢キリガサワ 雪解沢ユキゲザワ 虹ノ瀬ニジノセ 風越沢カゼコシザワ 雲居谷クモイダニ 月代沢ツキシロザワ 陽向平ヒナタダイラ 朝霧谷アサギリダニ 夕凪瀬ユウナギセ ' +
  '藤垣内フジガイト 萩乃沢ハギノサワ 菫谷スミレダニ 椿ヶ瀬ツバキガセ 楓沢カエデザワ 欅平ケヤキダイラ 樺ノ木カバノキ 杉ノ瀬スギノセ 檜垣内ヒガイト 栃ノ沢トチノサワ ' +
  '石臼沢イシウスザワ 岩魚谷イワナダニ 山女沢ヤマメザワ 鮎ヶ瀬アユガセ 蛍沢ホタルザワ 鶯谷戸ウグイスヤト 燕ヶ沢ツバメガサワ 雉子原キジハラ 鷺ノ瀬サギノセ 隼平ハヤブサダイラ ' +
  '紺屋沢コンヤザワ 藍染谷アイゾメダニ 紅乃瀬ベニノセ 若草平ワカクサダイラ 錦谷戸ニシキヤト 飴色沢アメイロザワ 古井戸沢フルイドザワ 新井戸瀬アライドセ 土手内ドテウチ 坂之上沢サカノウエザワ ' +
  '麦畑沢ムギハタザワ 粟ノ原アワノハラ 稗田瀬ヒエダセ 黍沢キビザワ 胡桃原クルミハラ 栗ヶ瀬クリガセ 梅乃内ウメノウチ 杏沢アンズザワ 石榴谷ザクロダニ 花梨平カリンダイラ';

const given: Readonly<Record<'elder' | 'younger', Readonly<Record<'FEMALE' | 'MALE', string>>>> = {
  elder: {
    FEMALE:
      'ハナ キヨ 千代チヨ 和子カズコ 節子セツコ 幸子サチコ 文江フミエ 久子ヒサコ 静江シズエ 房子フサコ 光子ミツコ 良江ヨシエ 澄江スミエ 敏子トシコ 美代ミヨ 春江ハルエ 芳子ヨシコ 恵子ケイコ 京子キョウコ 洋子ヨウコ 富江トミエ 竹代タケヨ 米子ヨネコ 貞江サダエ',
    MALE: '正一ショウイチ 勇イサム 清キヨシ 茂シゲル 実ミノル 進ススム 昭アキラ 武夫タケオ 義男ヨシオ 忠雄タダオ 和夫カズオ 勝利カツトシ 幸男ユキオ 弘ヒロシ 豊ユタカ 秀夫ヒデオ 博ヒロシ 稔ミノル 久雄ヒサオ 政雄マサオ 良平リョウヘイ 重信シゲノブ 徳次トクジ 源三ゲンゾウ',
  },
  younger: {
    FEMALE:
      '陽菜ヒナ 結衣ユイ 美咲ミサキ 彩花アヤカ 真由マユ 千尋チヒロ 沙織サオリ 香織カオリ 麻衣マイ 由佳ユカ 明日香アスカ 奈緒ナオ 里美サトミ 智美トモミ 優花ユウカ 莉子リコ 楓花フウカ 心春コハル 美月ミツキ 葵衣アオイ 紗季サキ 琴音コトネ 実咲ミサキ 朋香トモカ',
    MALE: '蒼太ソウタ 大翔ヒロト 悠斗ユウト 陽介ヨウスケ 健太ケンタ 拓也タクヤ 直樹ナオキ 翔平ショウヘイ 和也カズヤ 亮太リョウタ 智也トモヤ 大輔ダイスケ 雄一ユウイチ 浩二コウジ 隆志タカシ 誠司セイジ 樹生イツキ 湊人ミナト 朝陽アサヒ 颯真ソウマ 慎吾シンゴ 祐介ユウスケ 圭太ケイタ 駿斗シュント',
  },
};

/** A name and how it is read. */
export interface Written {
  readonly text: string;
  readonly kana: string;
}

/** 'kanjiカナ' pairs apart; a name all in katakana reads as it is written. */
function written(list: string): Written[] {
  return list.split(' ').map((pair) => {
    const kana = /[ァ-ヴー]+$/.exec(pair)?.[0] ?? '';
    return { text: pair.slice(0, pair.length - kana.length) || kana, kana };
  });
}

const families = written(surnames);
/** The invented family names. */
export const familyNames = families.map(({ text }) => text);

export interface PersonName {
  /** '桃坂 和子(架空)'. */
  readonly name: string;
  /** 'モモサカ カズコ(架空)'. */
  readonly kana: string;
}

/** Names for one quarter: while they last, nobody is called like anybody else; then they begin again. */
export class NameDeck {
  private readonly dealt = new Map<string, Written[]>();

  constructor(private readonly dice: Dice) {}

  family(): Written {
    return this.dice.pick(families);
  }

  /** A first name that nobody of this family, sex and generation has yet. */
  first(family: Written, sex: Sex, age: number): Written {
    const generation = age >= 60 ? 'elder' : 'younger';
    const key = `${family.text}/${sex}/${generation}`;
    const [first, ...left] = this.dealt.get(key) ?? [];
    if (first) {
      this.dealt.set(key, left);
      return first;
    }
    this.dealt.set(key, this.dice.shuffle(written(given[generation][sex === 'MALE' ? 'MALE' : 'FEMALE'])));
    return this.first(family, sex, age);
  }
}
