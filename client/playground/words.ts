/** Every sentence of the playground that is ours. GraphiQL's own buttons have no translation to plug in; `buttons` explains them. */
export const words = {
  back: 'まるごとハブへ戻る',
  examples: '例と手引き',
  loading: '読み込んでいます…',
  signIn: 'サインインが必要です',
  signInHow: '問い合わせは、サインインした人の権限で行います。サインインしてから、このページを開き直してください。',
  toSignIn: 'サインインのしかたを見る',
  unreachable: 'ハブにつながりません。しばらくしてから、このページを開き直してください。',
  here: (name: string) => `${name} として問い合わせます`,
  pick: '例を選ぶと、新しいタブで開きます。▶（Ctrl+Enter）を押すと、問い合わせて右に答えが出ます。',
  analystOnly: '分析担当には、実施計画の評価指標と公開の社会資源だけが見えます。そのほかの項目は、この画面にはありません。',
  help: [
    '左端の本の印で、使える項目とその説明(日本語)を調べられます。項目名の上にポインターを置いても説明が出ます。',
    '入力中に Ctrl+Space を押すと、続きの候補が出ます。',
    '答えの null は「ない」か「見せられない」です。見せられない理由は withheld に文で入ります。',
    '問い合わせはあなたの権限で行われ、個人に関する閲覧は記録されます。',
    'タブと履歴はこのブラウザーのタブを閉じると消えます。残したいものは写してください。',
  ],
  buttons:
    '英語の言葉: Prettify = 整える、Merge fragments = 断片をまとめる、Copy = 写す、Variables = 変数、History = 履歴、Docs = 項目の説明',
};
