import { decide } from '#server/access/decide';
import type { Tx } from '#server/database/as-viewer';
import type { Changed } from '#server/database/change';
import { findById } from '#server/database/find-by-id';
import { changeVersioned } from '#server/database/versioned';
import { staffIdOf } from '#server/directory/staff-id-of';
import { Conflict, Denied, Invalid, insist, NotFound } from '#server/kernel/problem';
import { refuse } from '#server/kernel/refuse';
import { checkCard } from './card-check';
import type { CardOrder, SendBackOrder } from './card-orders';
import { CaseCard } from './case-card';
import { cardToWrite, insistOpen, shownCard } from './draft-card';
import { returnCards } from './return-cards';
import { boardLine } from './text';
import { textLimits } from './text-limits';

/** Asks a second person to approve a card. What stops it nobody passes over: a name of the household, a combination that fits fewer than ten. */
export async function askCard(tx: Tx, { card, version }: CardOrder): Promise<Changed> {
  const { row } = await cardToWrite(tx, card);
  insistOpen(row);
  insistComplete(row);
  await insistSafe(tx, row);
  await changeVersioned(tx, CaseCard, { id: card, version }, shownCard, (now) => {
    insistOpen(now);
    return { state: 'ASKED' as const, askedById: staffIdOf(tx.viewer), sentBackWords: null };
  });
  return { type: 'CaseCard', id: card };
}

/** Approves a card that somebody else wrote and asked for: from now on it may be put on an agenda. */
export async function approveCard(tx: Tx, { card, version }: CardOrder): Promise<Changed> {
  const row = await cardToJudge(tx, card);
  await insistSafe(tx, row);
  await changeVersioned(tx, CaseCard, { id: card, version }, shownCard, (now) => {
    insistAsked(now);
    return { state: 'APPROVED' as const, approvedById: staffIdOf(tx.viewer), approvedAt: () => 'now()' };
  });
  return { type: 'CaseCard', id: card };
}

/** Sends a card back to whoever wrote it, with words. */
export async function sendBackCard(tx: Tx, { card, words, version }: SendBackOrder): Promise<Changed> {
  await cardToJudge(tx, card);
  const sentBackWords = boardLine('words', '直してほしいこと', words, textLimits.SendBackOrder.words);
  await changeVersioned(tx, CaseCard, { id: card, version }, shownCard, (now) => {
    insistAsked(now);
    return { state: 'SENT_BACK' as const, sentBackWords };
  });
  return { type: 'CaseCard', id: card };
}

/** Withdraws a card for good, as its own 担当 may at any time: it leaves every wall with it, as it does when a consent is withdrawn. */
export async function withdrawCard(tx: Tx, { card, version }: CardOrder): Promise<Changed> {
  const row = await findById(tx, CaseCard, card);
  if (!row) throw absent();
  insist(decide(tx.viewer, 'card:write', { teams: row.teams }));
  if (row.state === 'RETURNED') throw new Invalid('もう取り下げられています。', { card: '新しいカードを起こしてください。' });
  if (row.version !== version) throw new Conflict({ ...shownCard(row), version: row.version }, { version });
  // By the house's hand, which takes sessions first, as everybody does who steers one.
  await tx.asHouse((house) => returnCards(house, row.caseId ?? '', card));
  return { type: 'CaseCard', id: card };
}

const absent = () => new NotFound('事例カードが見つかりません。');

/** The card, for whoever may judge it. */
async function cardToJudge(tx: Tx, id: string): Promise<CaseCard> {
  insist(decide(tx.viewer, 'card:approve', { card: { approved: false, asked: true, walls: [] } }));
  const row = await findById(tx, CaseCard, id);
  if (!row) throw absent();
  insistAsked(row);
  const writers = [row.draftedById, ...row.writers, row.revisedById, row.askedById].filter((staff) => staff !== null);
  if (!decide(tx.viewer, 'card:approve', { card: { approved: false, asked: true, walls: [], writers } }).allowed)
    throw new Denied('自分で書いた、または承認を求めた事例カードは承認できません。もう一人のコーディネーターに頼んでください。');
  return row;
}

function insistAsked({ state }: CaseCard): void {
  if (state !== 'ASKED') throw new Invalid('承認を待っている事例カードではありません。', { card: '一覧を読み直してください。' });
}

function insistComplete({ title, strengths, wishes, worries }: CaseCard): void {
  const some = 'ひとつは書いてください。';
  refuse({
    title: title === '' && '題を書いてください。',
    strengths: strengths.length === 0 && some,
    wishes: wishes.length === 0 && some,
    worries: worries.length === 0 && some,
  });
}

async function insistSafe(tx: Tx, row: CaseCard): Promise<void> {
  const { risks, enough } = await checkCard(tx, row);
  const stopping = risks.filter(({ stops }) => stops);
  if (stopping.length > 0)
    throw new Invalid(
      '本人が分かる言葉があります。書き直してください。',
      Object.fromEntries(stopping.map(({ field, words }) => [field, words])),
    );
  if (!enough)
    throw new Invalid('この組み合わせにあてはまる人が、市内に10人未満です。', {
      ageBand: '年代を広げるか、地区・世帯・課題のどれかを外してください。',
    });
}
