/** Every sentence of the playground that is ours. GraphiQL's own buttons have no translation to plug in; `buttons` explains them. */
export const words = {
  title: 'GraphQL プレイグラウンド',
  back: '管理画面へ戻る',
  examples: '例と手引き',
  loading: '読み込んでいます…',
  signIn: 'サインインしていません。管理画面でサインインしてから、このページを開き直してください。',
  unreachable: 'ハブにつながりません。しばらくしてから、このページを開き直してください。',
  here: (name: string) => `${name} として問い合わせます`,
  pick: '例を選ぶと新しいタブで開きます。上の ▶(Ctrl+Enter)で実行します。',
  analystOnly: '分析担当には、実施計画の指標と公開の社会資源だけが見えます。そのほかの項目は、この画面にはありません。',
  help: [
    '左端の本の印で、使える項目とその説明(日本語)を調べられます。項目名の上にポインターを置いても説明が出ます。',
    '入力中に Ctrl+Space を押すと、続きの候補が出ます。',
    '答えの null は「ない」か「見せられない」です。見せられない理由は withheld に文で入ります。',
    '問い合わせはあなたの権限で行われ、個人に関する閲覧は記録されます。',
    'タブと履歴はこのブラウザーのタブを閉じると消えます。残したいものは写してください。',
  ],
  buttons: 'ボタン: Prettify = 整える、Merge fragments = 断片をまとめる、Copy = 写す、Variables = 変数、History = 履歴、Docs = 項目の説明',
};
