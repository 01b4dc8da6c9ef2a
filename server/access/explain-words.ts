import type { Decision } from './decide';
import type { AccessReason, Explained } from './explain';
import { withheldReason } from './field-class';
import type { Audience } from './viewer';

/** Whom the sentence is about: somebody who asks for themselves, or a 担当 by name; null: nobody's 担当. */
export interface Whom {
  readonly audience: Audience;
  readonly isOneself: boolean;
  readonly team: string | null;
}

/**
 * The sentence for the screen. What is closed has the same words whatever closes it: they name the asker's standing, never a fact of the
 * person, so nobody learns from them that a protection or a consent of others stands.
 */
export function sentenceOf({ state, reason }: Pick<Explained, 'state' | 'reason'>, what: 'record' | 'field', whom: Whom): string {
  const who = whoIs(whom);
  if (reason === 'OWN') return `${who}が支援しているので見えます。`;
  if (reason === 'RECORD') return `${who}の記録なので見えます。`;
  if (reason === 'CONSENT') return `本人の同意により、${who}に開かれています。`;
  if (reason === 'HEARD') return '支援会議で扱っているので、その間だけ見えます。';
  if (reason === 'EMERGENCY') return '緊急閲覧で、いまだけ開いています。';
  if (reason === 'GRANTED') return '役割により見えます。';
  if (reason === 'ALWAYS') return 'この記録が見える人には、いつも見える項目です。';
  if (reason === 'AUDIENCE') return withheldReason(whom.audience, 'identity');
  if (!whom.team) return '役割だけでは見えません。支援する担当であるか、本人の同意が要ります。';
  const where = whom.isOneself ? 'あなたの担当' : who;
  return `${where}には開かれていない${what === 'record' || state === 'HIDDEN' ? '記録' : '項目'}です。`;
}

const whoIs = ({ isOneself, team }: Whom): string =>
  isOneself ? `あなたの担当${team ? `（${team}）` : ''}` : team ? `「${team}」` : 'この役割';

const sources: Readonly<Record<AccessReason, string>> = {
  OWN: '規則の順5：担当',
  RECORD: '規則の順5：担当',
  HEARD: '規則の順3：会議の種類（社会福祉法106条の6）',
  CONSENT: '規則の順4：同意（個人情報保護法69条2項）',
  EMERGENCY: '緊急閲覧（記録と確認が残る）',
  GRANTED: '規則の順5：役割',
  ALWAYS: '項目の区分',
  CLOSED: '開く規則がないものは見えない（原則は不開示）',
  AUDIENCE: '会場の画面と分析は、個人の項目をもたない',
};

/** The rule by its place in the order of rules (保護 > 撤回 > 会議の種類 > 同意 > 担当・役割), and the article where there is one. */
export function sourceOf({ reason }: Pick<Explained, 'reason'>): string {
  return sources[reason];
}

/** Why something may be done at a conference or not. */
export function conferenceSentence({ allowed, because }: Decision): string {
  if (allowed) return 'できます。';
  if (because === 'membership') return 'この会議の構成員でなければ、会議があることも分かりません。';
  if (because === 'conference') return 'この種類の会議では、できません。';
  return 'この役割では、できません。';
}

/** What stands under every answer that rests on what the asker may know: the same whatever there is. */
export const asFarAsOneKnows =
  'あなたに開かれていない同意や措置は、この答えに入っていません。実際に見える範囲は、これより広いことも狭いこともあります。';
