import { randomUUID } from 'node:crypto';
import { decide } from '#server/access/decide';
import { Case } from '#server/casework/case';
import type { Tx } from '#server/database/as-viewer';
import type { Changed } from '#server/database/change';
import { findById } from '#server/database/find-by-id';
import { changeVersioned } from '#server/database/versioned';
import { staffIdOf } from '#server/directory/staff-id-of';
import { Invalid, insist, NotFound } from '#server/kernel/problem';
import { refuse } from '#server/kernel/refuse';
import { textFault } from '#server/kernel/text-fault';
import { agesFor } from './age-groups';
import { checkCard, found } from './card-check';
import type { CardWords, DraftCardOrder, ReviseCardOrder } from './card-orders';
import { CaseCard } from './case-card';
import { textLimits } from './text-limits';

const most = textLimits.CardWords;
/** As many as the wall shows of each. */
const MOST_LINES = 2;

/** What a case says of its person and household, as far as the viewer's own walls open it. */
interface Original {
  readonly one: Case;
  readonly ageBand: string;
  readonly district: string;
  readonly composition: string;
}

/**
 * Begins a card of a case: nothing is copied but age and district, so that every word of it is chosen. Of somebody protected there is none; to
 * those who may not know of a protection the case's person is not there, as everywhere.
 */
export async function draftCard(tx: Tx, order: DraftCardOrder): Promise<Changed> {
  const { one, ageBand, district } = await originalOf(tx, order.case);
  const id = randomUUID();
  await tx.query(
    `insert into core.case_card (id, case_id, teams, title, age_band, district, district_shown, strengths, wishes, worries, state, drafted_by, revised_by)
     values ($1, $2, $3, '', $4, $5, false, '{}', '{}', '{}', 'DRAFT', $6, $6)`,
    [id, one.id, one.teams, ageBand, district, staffIdOf(tx.viewer)],
  );
  return { type: 'CaseCard', id };
}

/** Writes a card anew, while it is a draft or has been sent back, and checks it. */
export async function reviseCard(tx: Tx, { card, words, version }: ReviseCardOrder): Promise<Changed> {
  const { row, ...original } = await cardToWrite(tx, card);
  const said = wordsOf(words, original);
  const check = found(await checkCard(tx, { ...row, ...said }));
  await changeVersioned(tx, CaseCard, { id: row.id, version }, shownCard, (now) => {
    insistOpen(now);
    return { ...said, ...check, revisedById: staffIdOf(tx.viewer) };
  });
  return { type: 'CaseCard', id: row.id };
}

/** A card's fields as a conflict shows them. */
export const shownCard = ({ title, state }: CaseCard) => ({ title, state });

/** The card and the case that it is drawn from, where the viewer may write it. Hidden and absent alike are not found. */
export async function cardToWrite(tx: Tx, id: string): Promise<Original & { readonly row: CaseCard }> {
  const row = await findById(tx, CaseCard, id);
  if (!row) throw new NotFound('事例カードが見つかりません。');
  insist(decide(tx.viewer, 'card:write', { teams: row.teams }));
  return { row, ...(await originalOf(tx, row.caseId ?? '')) };
}

/** Throws where a card is not to be written any more. */
export function insistOpen({ state }: CaseCard): void {
  if (state !== 'DRAFT' && state !== 'SENT_BACK')
    throw new Invalid('この事例カードは書き直せません。', { card: '書き直せるのは、下書きか、差し戻されたものだけです。' });
}

/** What a card may say, in place of what was typed. Throws `Invalid` with a sentence for each input. */
function wordsOf(words: CardWords, { one, ageBand, composition }: Original): Partial<CaseCard> {
  const title = tidy(words.title);
  const [strengths, wishes, worries] = [words.strengths, words.wishes, words.worries].map((each) => each.map(tidy).filter(Boolean));
  const note = words.note?.trim() ?? '';
  refuse({
    title: title !== '' && textFault(title, most.title),
    ageBand: !agesFor(ageBand).includes(words.ageBand) && '本人の年代か、それを含む広い年代を選んでください。',
    topics: !words.topics.every((topic) => one.topics.includes(topic)) && 'もとの事例の課題から選んでください。',
    strengths: linesFault(strengths, most.strengths),
    wishes: linesFault(wishes, most.wishes),
    worries: linesFault(worries, most.worries),
    note: note !== '' && textFault(note, most.note),
  });
  return {
    ...{ title, ageBand: words.ageBand, districtShown: words.districtShown, topics: words.topics },
    ...{ household: words.householdTold ? composition : null, strengths, wishes, worries, note: note || null },
  };
}

const tidy = (text: string): string => text.replace(/\s+/gu, ' ').trim();

function linesFault(lines: readonly string[] = [], each: number): string | undefined {
  if (lines.length > MOST_LINES) return `${MOST_LINES}つまでにしてください。`;
  return lines.map((line) => textFault(line, each)).find(Boolean);
}

async function originalOf(tx: Tx, caseId: string): Promise<Original> {
  const one = await findById(tx, Case, caseId);
  if (!one) throw new NotFound('事例が見つかりません。');
  insist(decide(tx.viewer, 'card:write', { teams: one.teams }));
  await holdGuard(tx, one.personId);
  const [about] = await tx.query<Omit<Original, 'one'> & { isProtected: boolean }>(
    `select p.age_band as "ageBand", p.district, h.composition,
       exists (select 1 from core.protection k where k.person_id = p.id and k.ended_at is null) as "isProtected" from core.person_guard g
       join core.person p on p.id = g.person_id join core.household h on h.id = $2 where g.person_id = $1 and g.person_id <> all (hub.broken_glass())`,
    [one.personId, one.householdId],
  );
  // Who is opened in an emergency is opened to help, and for nothing else.
  if (!about) throw new NotFound('本人を確かめられる担当の人が起こしてください。');
  if (about.isProtected) throw new Invalid('保護措置のある方の事例カードは作れません。', { case: '地域課題としてまとめてください。' });
  return { one, ...about };
}

/** Until the commit nobody's protection begins: whoever registers one waits, and then finds the card to take back; or was first, and is seen after this. */
async function holdGuard(tx: Tx, person: string): Promise<void> {
  await tx.asWarden(() => tx.query('select from core.person_guard where person_id = $1 for share', [person]));
}
