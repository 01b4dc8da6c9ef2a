import type { DepartmentName } from '#seeds/tables';
import type { Topic } from './topics';

interface ServiceLine {
  readonly key: string;
  readonly organization: string;
  readonly department: DepartmentName | null;
  readonly category: string;
  readonly district: string | null;
  readonly topics: readonly Topic[];
  readonly name: string;
  readonly description: string;
  readonly eligibility: string | null;
  readonly fees: string | null;
}

// key | organisation | department | category | district | topics | name | description | who | fees ("-": nothing)
const lines = `
houkatsu-soudan|houkatsu|elderly-care|相談窓口|-|介護,認知症,権利擁護|高齢者の総合相談|介護、健康、暮らしの困りごとを何でも受け止めます。|65歳以上の方と家族|無料
kikan-soudan|kikan|disability|相談窓口|-|障害,こころ,権利擁護|障害のある方の基幹相談|障害のある方の暮らし全体の相談を受け止めます。|障害のある方と家族|無料
shogai-keikaku|sodan-jigyosho|disability|相談窓口|-|障害,仕事,地域との関係|計画相談支援|サービスの利用計画を一緒に作ります。|サービスを使う方|無料
kodomo-soudan|kodomo-katei|children|相談窓口|-|子育て,不登校,ヤングケアラー|こどもと家庭の相談|妊娠中から18歳まで、家庭のことを一緒に考えます。|妊婦と18歳までの子の家庭|無料
ninpu-soudan|kodomo-katei|children|相談窓口|-|妊娠・出産,こころ|妊婦等包括相談|妊娠から産後まで、同じ担当が面談を続けます。|妊娠中と産後の方|無料
seikatsu-soudan|seikatsu-sodan|livelihood|相談窓口|-|収入・生活費,債務,仕事|生活の困りごと相談|収入、借金、仕事の悩みを整理し、計画を作ります。|市内にお住まいの方|無料
kakei|seikatsu-sodan|livelihood|家計|-|債務,税・公共料金,収入・生活費|家計改善支援|家計の表を一緒に作り、返済と支払いを見通します。|家計に困っている方|無料
jukyo-kyufu|seikatsu-sodan|livelihood|住まい|-|住まい,収入・生活費|住居確保給付金|離職などで家賃に困った方に家賃相当額を支給します。|収入などの要件あり|-
shuro-junbi|seikatsu-sodan|livelihood|仕事|-|仕事,ひきこもり|就労準備の教室|生活のリズムづくりから少しずつ仕事に近づきます。|すぐに働くのが難しい方|無料
shelter-short|seikatsu-sodan|livelihood|住まい|-|住まい,収入・生活費|一時生活の支援|住まいを失った方に、泊まる所と食事を用意します。|住まいのない方|無料
furatto|connection|-|相談窓口|-|孤独・孤立,ひきこもり,その他|ふらっとよりみち相談会|買い物のついでに立ち寄れる出張の相談会です。|どなたでも|無料
outreach|connection|-|訪問|-|ひきこもり,孤独・孤立|アウトリーチ支援|会いに行き、手紙や訪問で少しずつ関係をつくります。|外に出にくい方と家族|無料
eiyo|connection|-|訪問|-|食べるもの,病気・健康|栄養パトロール|管理栄養士が訪ね、食事と暮らしの様子を伺います。|65歳以上の方ほか|無料
nogyo-taiken|kaisei-noen|-|参加・体験|八幡|ひきこもり,仕事,地域との関係|農業体験 ももとぶどう|短い時間から畑の作業を体験できます。昼食付きです。|参加支援を使う方|無料
ryori-taiken|otoko-ryori|-|参加・体験|日下部|孤独・孤立,食べるもの|料理教室 かまどの会|一緒に作って食べる会です。初めての方を歓迎します。|どなたでも|材料費300円
budo-shigoto|budo-koubou|-|仕事|日川|仕事,障害|ぶどうの箱折りの仕事|週2日、2時間から始められる軽い作業です。|参加支援を使う方|工賃あり
seisou-shigoto|seisou|-|仕事|加納岩|仕事,ひきこもり|公園の清掃の仕事|支援員と一緒に始め、慣れたら一人でも働けます。|参加支援を使う方|賃金あり
pan-shigoto|panya|-|仕事|山梨|仕事,障害,こころ|パン工房の手伝い|朝の仕込みを少人数で行います。静かな職場です。|参加支援を使う方|工賃あり
sumai-soudan|fudosan|-|住まい|-|住まい|住まい探しの手伝い|保証人がいない方の部屋探しに付き添います。|住まいに困っている方|無料
mimamori-sumai|takuro|-|住まい|加納岩|住まい,孤独・孤立|見守り付きの住まい|毎日の声かけのある小さな住まいです。|一人暮らしが不安な方|家賃あり
oasis-yui|oasis|disability|居場所・サロン|加納岩|障害,こころ,地域との関係|オアシスやまなし結|創作や散歩など、日中をゆっくり過ごす場所です。|障害のある方|昼食代のみ
tachi-yamanashi|tachi-yamanashi|children|居場所・サロン|加納岩|子育て,妊娠・出産|つどいの広場「たち山梨」|親子で遊び、子育ての相談ができる広場です。|就学前の子と家族|無料
tachi-makioka|tachi-makioka|children|居場所・サロン|中牧|子育て,妊娠・出産|つどいの広場「たち牧丘」|親子で遊べる広場です。月に一度、身長と体重を測れます。|就学前の子と家族|無料
yamanashi-kosodate|yamanashi-kosodate|children|居場所・サロン|山梨|子育て|山梨地区子育て支援センター|園庭あそびと子育て講座を開いています。|就学前の子と家族|無料
otb|open-talking-bar|-|つながりづくり|-|地域との関係,孤独・孤立|Open Talking Bar|支える人どうしが気軽に話すネットワークの会です。|支援に関わる団体|無料
kyogitai-1|tier-one-council|-|つながりづくり|-|地域との関係,介護|第1層協議体の話し合い|市全体の支え合いを住民と一緒に考えます。|どなたでも|無料
seikatsu-coordinator|living-support-coordinator|elderly-care|つながりづくり|-|地域との関係,孤独・孤立|支え合い活動の相談|生活支援コーディネーターが活動の始め方を一緒に考えます。|活動したい方|無料
shakyo-mimamori|shakyo|council|訪問|-|孤独・孤立,介護|ふれあい見守り訪問|ボランティアと職員が定期的に訪ねて声をかけます。|一人暮らしの高齢の方ほか|無料
shakyo-kashitsuke|shakyo|council|家計|-|収入・生活費,債務|生活福祉資金の貸付|一時的な生活費や学費の貸付の相談を受けます。|収入などの要件あり|貸付
nichijo-jiritsu|shakyo|council|権利擁護|-|権利擁護,認知症,障害|日常生活自立支援|お金の出し入れと大切な書類の管理を手伝います。|判断に不安のある方|1回1,000円
volunteer|shakyo|council|つながりづくり|-|地域との関係|ボランティアセンター|手伝いたい人と困っている人を結びます。|どなたでも|無料
kuruma-isu|shakyo|council|移動・外出|-|介護,障害|車いすの貸出し|通院や外出の時に車いすを貸し出します。|市内にお住まいの方|無料
shokuryo-kinkyu|shakyo|council|食|-|食べるもの,収入・生活費|緊急の食料支援|その日の食べ物に困った方に食料を渡します。|食べ物に困っている方|無料
minsei-soudan|minsei|-|相談窓口|-|地域との関係,孤独・孤立|民生委員・児童委員への相談|お住まいの地区の委員が身近な相談相手になります。|市内にお住まいの方|無料
michikusa-ibasho|michikusa|-|居場所・サロン|日下部|ひきこもり,孤独・孤立,不登校|居場所 みちくさ|何もしなくてよい部屋です。出入りは自由です。|どなたでも|無料
michikusa-night|michikusa|-|居場所・サロン|日下部|ひきこもり,孤独・孤立|夜の居場所 よるみち|夕方から夜に開く居場所です。月に二回開きます。|15歳から49歳の方|無料
hidamari|hidamari-saron|-|居場所・サロン|諏訪|孤独・孤立,介護|ひだまりサロン|お茶と手芸の会です。男性の参加も増えています。|どなたでも|100円
kodomo-shokudo|kodomo-shokudo|children|食|加納岩|食べるもの,子育て,ヤングケアラー|こども食堂 ぶどうの木|月に二回、夕食をみんなで食べます。持ち帰りもできます。|子どもと家族|子ども無料
foodbank|foodbank|livelihood|食|-|食べるもの,収入・生活費|食料の定期便|月に一度、食料の箱を届けます。|困りごとの相談中の方|無料
manabiya|manabiya|children|学び|日川|不登校,子育て,ヤングケアラー|無料の学習会 まなびや|学生と地域の大人が宿題を一緒にします。|小学生から高校生|無料
tomoshibi|tomoshibi|disability|つながりづくり|-|ひきこもり,家族との関係,こころ|家族会 ともしび|ひきこもりの家族どうしが月に一度話します。|家族|無料
nihongo|nihongo|-|学び|山梨|外国籍・言葉,子育て|にほんご広場|暮らしの日本語を一緒に学び、書類も読みます。|外国につながる方|無料
tasukeai|tasukeai|council|家事・片付け|-|ごみ・片付け,介護|暮らしのたすけあい|ごみ出し、草取り、電球の交換などを手伝います。|手助けの要る方|30分200円
katazuke|katazuke|council|家事・片付け|-|ごみ・片付け,孤独・孤立|かたづけ応援団|本人と相談しながら、少しずつ片付けます。|物が多くて困っている方|無料
ninchi-cafe|ninchi-cafe|elderly-care|居場所・サロン|後屋敷|認知症,介護,孤独・孤立|認知症カフェ えんがわ|本人も家族も、専門職もお茶を飲みに来る場です。|どなたでも|200円
kazoku-kaigo|houkatsu|elderly-care|つながりづくり|-|介護,家族との関係|介護する家族のつどい|介護している家族が月に一度集まり話をします。|介護している家族|無料
kinkyu-tsuho|elderly-and-care|elderly-care|訪問|-|介護,孤独・孤立|緊急通報の機器|急な体調の変化をボタンひとつで知らせます。|一人暮らしの高齢の方|月300円
haishoku|haishoku|elderly-care|食|-|食べるもの,介護|見守り配食|昼食を手渡しで届け、様子を確かめます。|食事の用意が難しい方|1食400円
day-hinata|day-hinata|elderly-care|介護サービス|日下部|介護,認知症|デイサービス ひなた|入浴と昼食、体を動かす時間があります。|要介護・要支援の方|介護保険
helper-kaze|helper-kaze|elderly-care|介護サービス|-|介護,障害|訪問介護 そよかぜ|食事や掃除、身の回りの手伝いに伺います。|要介護の方ほか|介護保険ほか
care-plan|care-yamabuki|elderly-care|介護サービス|-|介護|ケアプランの作成|介護サービスの計画を一緒に作ります。|要介護の方|無料
houmon-kango|houmon-kango|-|医療|-|病気・健康,障害,こころ|訪問看護 こもれび|看護師が自宅を訪ね、療養を支えます。|主治医の指示がある方|医療・介護保険
kokoro-soudan|kokoro-clinic|-|医療|加納岩|こころ,ひきこもり|こころの相談外来|受診を迷う段階から相談できます。家族だけでも可。|どなたでも|保険診療
naika-oushin|naika|-|医療|加納岩|病気・健康,認知症|往診ともの忘れ相談|通院が難しい方を訪ねて診察します。|通院の難しい方|保険診療
sagyosho|sagyosho-hoshi|disability|仕事|日川|障害,仕事,こころ|就労継続支援 ほしぞら|自分の調子に合わせて働く練習をします。|障害のある方|福祉サービス
group-home|group-yuzu|disability|住まい|山梨|障害,住まい|グループホーム ゆずの家|世話人のいる家で少人数で暮らします。体験もできます。|障害のある方|家賃と食費
tanki-nyusho|group-yuzu|disability|介護サービス|山梨|障害,介護,家族との関係|短期入所 ゆずの家|家族が休みたい時や急な用事の時に泊まれます。|障害のある方|福祉サービス
hokago|hokago-niji|children|学び|後屋敷|障害,子育て|放課後の居場所 にじいろ|学校の後、遊びと学びの支援をします。|障害のある小中高生|福祉サービス
hattatsu|hattatsu-oya|children|つながりづくり|-|障害,子育て,家族との関係|発達の親の会|子どもの育ちに悩む親どうしで話します。|保護者|無料
ichiji-hoiku|hoiku-momo|children|子育て支援|岩手|子育て,仕事|一時預かり|用事や休息のために、半日から預かります。|1歳から就学前|1時間300円
famisapo|shakyo|council|子育て支援|-|子育て,仕事|ファミリーサポート|送り迎えや短い預かりを地域の会員が手伝います。|小学生までの子の家庭|1時間700円
sango-care|kodomo-katei|children|子育て支援|-|妊娠・出産,こころ|産後ケアの訪問|助産師が訪ね、授乳と休息を手伝います。|産後1年までの方|1回1,000円
free-school|free-school|children|学び|西保|不登校,ひきこもり|フリースクール こみち|自分の時間割で学べる小さな教室です。|小中学生|月謝あり
soto-asobi|sodachi|children|居場所・サロン|西保|子育て,地域との関係|外あそびの日|森で火を起こし、親子で一日遊びます。|どなたでも|無料
iryoteki-care|kodomo-katei|children|子育て支援|-|障害,子育て,病気・健康|医療的ケア児の相談|退院後の暮らしと園・学校の準備を一緒にします。|医療的ケアの要る子の家庭|無料
horitsu|horitsu|livelihood|家計|-|債務,住まい,家族との関係|暮らしの法律相談|借金や契約の相談を30分受けられます。|市内にお住まいの方|初回無料
koken|koken|-|権利擁護|-|権利擁護,認知症,障害|成年後見の相談|後見の申立てと、見守りの契約の相談を受けます。|判断に不安のある方|無料
yorisoi-denwa|yorisoi|-|電話・オンライン|-|孤独・孤立,こころ|よりそい電話|夜の8時から11時まで、話し相手になります。|どなたでも|通話料のみ
idou-shien|tasukeai|council|移動・外出|-|介護,孤独・孤立|買い物の送迎|週に一度、乗り合いで買い物に行きます。|免許のない高齢の方|ガソリン代
rodoku|engeki|-|居場所・サロン|岩手|孤独・孤立,地域との関係|朗読とお茶の会 ことのは|本を読み、お茶を飲む静かな会です。|どなたでも|100円
taiso|taiso|elderly-care|居場所・サロン|三富|介護,病気・健康|いきいき体操|椅子に座ってできる体操を週に一度行います。|65歳以上の方|無料
yasashii-nihongo|nihongo|children|学び|加納岩|外国籍・言葉,子育て|やさしい日本語の入園準備|入園の書類を一緒に読み、持ち物をそろえます。|外国につながる親子|無料`;

const orNull = (text: string) => (text === '-' ? null : text);

/** The services of the city, one a line. Those of the plan's own places carry their real names; all others are invented organisations'. */
export const serviceLines: readonly ServiceLine[] = lines
  .trim()
  .split('\n')
  .map((line) => {
    const [
      key = '',
      organization = '',
      department = '',
      category = '',
      district = '',
      topicList = '',
      name = '',
      description = '',
      eligibility = '',
      fees = '',
    ] = line.split('|');
    return {
      key,
      organization,
      category,
      name,
      description,
      department: orNull(department) as DepartmentName | null,
      district: orNull(district),
      topics: topicList.split(',') as Topic[],
      eligibility: orNull(eligibility),
      fees: orNull(fees),
    };
  });
