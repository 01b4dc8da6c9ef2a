import type { TeamId } from '#seeds/plan/directory';
import type { SupportCase } from '../model';

/**
 * The words of a 事例カード: written anew from a case so that nobody is recognised, strengths first. At most two lines of 17 characters
 * each, as the wall shows them.
 */
export interface CardText {
  readonly key: string;
  /** The scene it is drawn from, or how to find an everyday case that it fits. */
  readonly from: string | ((one: SupportCase) => boolean);
  readonly title: string;
  readonly strengths: readonly string[];
  readonly wishes: readonly string[];
  readonly worries: readonly string[];
  /** For the console only: what the drafter wants the facilitator to know. */
  readonly note: string;
  readonly draftedBy: TeamId;
  readonly state: 'APPROVED' | 'DRAFT' | 'ASKED' | 'SENT_BACK' | 'RETURNED';
  /** What whoever sent it back wants changed. */
  readonly sentBackWords?: string;
}

const card = (
  key: string,
  from: CardText['from'],
  draftedBy: TeamId,
  words: Omit<CardText, 'key' | 'from' | 'draftedBy' | 'state'>,
  state: CardText['state'] = 'APPROVED',
): CardText => ({
  key,
  from,
  draftedBy,
  state,
  ...words,
});

const everyday =
  (lead: TeamId, ages: readonly [number, number], topic: Parameters<SupportCase['topics']['has']>[0]) => (one: SupportCase) =>
    !one.taken && one.lead === lead && one.person.age >= ages[0] && one.person.age < ages[1] && one.topics.has(topic);

export const cardTexts: readonly CardText[] = [
  card('parent-and-child', 'eighty-fifty', 'livelihood', {
    title: '親の介護と子の暮らし',
    strengths: ['互いを大切に思っている', '機械の修理が得意'],
    wishes: ['住み慣れた家で暮らしたい', '少しずつ外の人と話したい'],
    worries: ['お金のことを話せる人がいない', '介護と家事が一人に重なる'],
    note: '会場に近所の方が来る可能性がある。借入の額には触れない。',
  }),
  card('two-cares', 'double-care', 'children', {
    title: '子育てと介護が重なる毎日',
    strengths: ['困った時に声を上げられる', '近所とのつきあいがある'],
    wishes: ['仕事を続けたい', '子どもと笑う時間がほしい'],
    worries: ['休む時間がほとんどない', '急な用事のとき頼る先がない'],
    note: '勤め先の話題になったら一般の話に戻す。',
  }),
  card('things-in-the-house', 'hoarded-house', 'elderly-care', {
    title: '物に囲まれた一人暮らし',
    strengths: ['生き物の世話を欠かさない', '昔の話を聞かせてくれる'],
    wishes: ['静かに自分の家で暮らしたい', '大事な物は残したい'],
    worries: ['通り道が狭く転びやすい', 'ごみの日がわかりにくい'],
    note: '動物の種類は出さない。',
  }),
  card('young-hands', 'young-carer', 'children', {
    title: '家族を支える若い人',
    strengths: ['家族思いで料理が上手', '好きな教科がある'],
    wishes: ['進学して学びたい', '友だちと過ごす日がほしい'],
    worries: ['家のことで休むことがある', 'だれに話せばよいか迷う'],
    note: '学校名、きょうだいの有無は出さない。',
  }),
  card('father-and-child', 'aging-carer', 'disability', {
    title: '親なき後の暮らしを考える',
    strengths: ['絵を描くのが得意', '親子で毎日散歩をする'],
    wishes: ['離れても安心して暮らしたい', '絵を見てもらう場がほしい'],
    worries: ['親の体力が落ちてきた', '泊まりの体験先が少ない'],
    note: '絵の題材は出さない。',
  }),
  card('first-step', 'farm-to-work', 'connection', {
    title: '家から一歩、畑から仕事へ',
    strengths: ['決めたことをこつこつ続ける', '朝の作業が好き'],
    wishes: ['自分のペースで働きたい', '話の合う仲間がほしい'],
    worries: ['人の多い場所は疲れる', '続けられるか不安がある'],
    note: '本人は会議で話されることを喜んでいる。',
  }),
  card('supper-alone', 'low-nutrition', 'elderly-care', {
    title: '一人の食卓',
    strengths: ['釣りの名人で魚に詳しい', '手先が器用'],
    wishes: ['料理を覚えたい', 'だれかと一緒に食べたい'],
    worries: ['食事が一日一度になりがち', '買い物の足がない'],
    note: '栄養パトロールで出会った方。',
  }),
  card('papers-in-japanese', 'foreign-family', 'children', {
    title: '言葉の壁と子育て',
    strengths: ['明るく学ぶ意欲がある', '料理を教えるのが好き'],
    wishes: ['園の手紙を読めるようになりたい', '子どもの友だちを家に招きたい'],
    worries: ['届く書類が読めない', '昼間に話す相手がいない'],
    note: '国の名前は出さない。',
  }),
  card('starting-over', 'released-homeless', 'livelihood', {
    title: '住まいを得て、もう一度',
    strengths: ['木工の腕がある', '約束の時間を守る'],
    wishes: ['地域の役に立ちたい', 'だれかと食卓を囲みたい'],
    worries: ['保証人を頼める人がいない', '昔の話をするのがこわい'],
    note: 'これまでの経緯は一切出さない。',
  }),
  card('without-a-car', everyday('elderly-care', [75, 90], '介護'), 'elderly-care', {
    title: '車を手放した後の暮らし',
    strengths: ['畑仕事を毎日続けている', '世話好きで頼りにされる'],
    wishes: ['自分で買い物に行きたい', '仲間の集まりに通いたい'],
    worries: ['バス停が遠い', '通院の日が一日がかりになる'],
    note: '同じ困りごとの方が多い。地区をまたいで話すとよい。',
  }),
  card('work-that-fits', everyday('disability', [18, 55], '仕事'), 'disability', {
    title: '自分に合う働き方をさがす',
    strengths: ['細かい作業が得意', 'あいさつを大切にする'],
    wishes: ['短い時間から働きたい', '得意を生かしたい'],
    worries: ['急な変更があると疲れる', '職場に相談相手がほしい'],
    note: '協力してくれる事業所を募りたい。',
  }),
  card('not-at-school', everyday('children', [10, 18], '不登校'), 'children', {
    title: '学校のほかの居場所',
    strengths: ['本をよく読む', '小さい子にやさしい'],
    wishes: ['安心して過ごす場所がほしい', '自分のペースで学びたい'],
    worries: ['昼間に行ける場所が少ない', '朝に体が重くなる'],
    note: '学年は出さない。',
  }),
  card(
    'coming-of-age',
    'coming-of-age',
    'children',
    {
      title: '働く準備をする若い人',
      strengths: ['機械にくわしい', '年下の面倒を見る'],
      wishes: ['手に職をつけたい', '見習いの場がほしい'],
      worries: ['相談先が変わる時期にある', '移動の手段がない'],
      note: '下書き。本人に見てもらってから出す。',
    },
    'DRAFT',
  ),
  card(
    'care-at-home',
    'medical-care-child',
    'disability',
    {
      title: '家で続けるケアと育ち',
      strengths: ['音楽が大好き', '家族の協力がある'],
      wishes: ['地域の学校に通いたい', '家族がゆっくり眠りたい'],
      worries: ['預け先が少ない', '夜のケアが続く'],
      note: '差戻し: 市内では当てはまる人が少なく、分かってしまう。地域課題としてまとめ直す。',
    },
    'RETURNED',
  ),
  card(
    'room-of-ones-own',
    everyday('livelihood', [30, 60], '住まい'),
    'livelihood',
    {
      title: '落ち着いて暮らせる部屋',
      strengths: ['約束を守る', '片付けが得意'],
      wishes: ['長く住める部屋がほしい', '近所の人とあいさつしたい'],
      worries: ['保証人を頼める人がいない', '引っ越しの費用が足りない'],
      note: '承認されたら次の会議で話したい。',
    },
    'ASKED',
  ),
  card(
    'evening-talk',
    everyday('elderly-care', [70, 90], '孤独・孤立'),
    'elderly-care',
    {
      title: '夕方の話し相手',
      strengths: ['昔の遊びに詳しい', '毎朝の散歩を欠かさない'],
      wishes: ['夕方に話す相手がほしい', '子どもに遊びを教えたい'],
      worries: ['一日だれとも話さない日がある', '夜に不安になる'],
      note: '本人は話してよいと言っている。',
      sentBackWords: 'つよみをもう少し広い言葉にしてください。地域で知られている方かもしれません。',
    },
    'SENT_BACK',
  ),
];
