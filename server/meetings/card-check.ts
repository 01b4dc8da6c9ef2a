import type { Tx } from '#server/database/as-viewer';
import { decadesOf } from './age-groups';
import type { CaseCard } from './case-card';
import { cardIdentifiersIn, cardIdentifierWords } from './identifiers';

/** RULES 5: one threshold for every audience. */
const ENOUGH = 10;

/** Something in a text by which somebody may be found. */
export interface CardRisk {
  readonly field: keyof Text;
  readonly words: string;
  /** Whether nobody passes over it: a name, place or number of the case's own household. */
  readonly stops: boolean;
}

export interface CardCheck {
  readonly risks: readonly CardRisk[];
  /** Whether ten people or more of the city fit what the card gives away. */
  readonly enough: boolean;
}

type Text = Pick<CaseCard, 'title' | 'strengths' | 'wishes' | 'worries'>;
type Combination = Pick<CaseCard, 'ageBand' | 'district' | 'districtShown' | 'household' | 'topics'>;

/**
 * What of a card may tell who it is about. The words of the case's own household (names, place, number) are compared by the hand that may
 * (`tx.asAnonymiser`), which tells that there is one and never which; how many people fit the combination never leaves either.
 */
export async function checkCard(tx: Tx, card: Text & Combination & Pick<CaseCard, 'caseId'>): Promise<CardCheck> {
  const [known, districts, enough] = await tx.asAnonymiser(async () => [
    await wordsOfHousehold(tx, card.caseId),
    (await tx.query<{ district: string }>('select distinct district from core.person')).map(({ district }) => district),
    await isEnough(tx, card),
  ]);
  const hidden = districts.filter((district) => !card.districtShown || district !== card.district);
  return { enough, risks: fieldsOf(card).flatMap(([field, text]) => risksOf(field, text, known, hidden)) };
}

const fieldNames: Readonly<Record<keyof Text, string>> = { title: '題', strengths: 'つよみ', wishes: 'のぞむ暮らし', worries: '困りごと' };

/** What the check found, as a card keeps it: sentences for the screen. */
export function found({ risks, enough }: CardCheck): Pick<CaseCard, 'risks' | 'enough'> {
  return { risks: risks.map(({ field, words, stops }) => `${stops ? '▲▲' : '▲'} ${fieldNames[field]}：${words}`), enough };
}

const fieldsOf = ({ title, strengths, wishes, worries }: Text): readonly (readonly [keyof Text, string])[] => [
  ['title', title],
  ['strengths', strengths.join('\n')],
  ['wishes', wishes.join('\n')],
  ['worries', worries.join('\n')],
];

function risksOf(field: keyof Text, text: string, known: Known, districts: readonly string[]): CardRisk[] {
  const own: readonly Own[] = ownIn(text, known);
  const seeming = cardIdentifiersIn(text, districts).filter((kind) => !own.some((each) => each === kind));
  return [
    ...own.map((kind) => ({ field, words: `この世帯の${ownWords[kind]}`, stops: true })),
    ...seeming.map((kind) => ({ field, words: cardIdentifierWords[kind], stops: false })),
  ];
}

type Own = 'name' | 'address' | 'phone';
const ownWords: Readonly<Record<Own, string>> = { name: '方の名前', address: '住所', phone: '電話番号' };

/** Parts of names and addresses and the figures of numbers that belong to a household. */
type Known = Readonly<Record<Own, readonly string[]>>;

function ownIn(text: string, known: Known): readonly Own[] {
  const plain = tight(text);
  const figures = plain.replace(/[^\d]/gu, '');
  return [
    ...(known.name.some((part) => plain.includes(part)) ? (['name'] as const) : []),
    ...(known.address.some((part) => plain.includes(part)) ? (['address'] as const) : []),
    ...(known.phone.some((part) => figures.includes(part)) ? (['phone'] as const) : []),
  ];
}

const tight = (text: string): string => text.normalize('NFKC').replace(/[\s・]/gu, '');

async function wordsOfHousehold(tx: Tx, caseId: string | null): Promise<Known> {
  const rows = await tx.query<{ name: string; kana: string; address: string | null; phone: string | null }>(
    `select i.name, i.name_kana as kana, k.address, k.phone from core.support_case c
       join core.household_member m on m.household_id = c.household_id or m.person_id = c.person_id
       join core.person_identity i on i.person_id = m.person_id left join core.person_contact k on k.person_id = m.person_id
     where c.id = $1 and c.teams && (select hub.teams())`,
    [caseId],
  );
  const each = (parts: readonly (string | null)[]) => [...new Set(parts.flatMap((part) => (part ? [part] : [])))];
  return {
    name: each(rows.flatMap(({ name, kana }) => [...nameParts(name), ...nameParts(kana)])),
    address: each(rows.map(({ address }) => address && addressStem(address))).filter((part) => part.length > 2),
    phone: each(rows.map(({ phone }) => phone?.replace(/[^\d]/gu, '') ?? null)).filter((part) => part.length > 7),
  };
}

/** A part of one character (林, 森) stands in too many words: only the whole name tells then. */
function nameParts(name: string): readonly string[] {
  const plain = name.normalize('NFKC').replace(/\(.*?\)/gu, '');
  return [...plain.split(/[\s・]+/u), tight(plain)].filter((part) => part.length > 1);
}

/** 架空1丁目2番3号 is found by 架空1丁目 already. */
const addressStem = (address: string): string => /^.*?(丁目|番地?|\d(?=\D*$))/u.exec(tight(address))?.[0] ?? tight(address);

async function isEnough(tx: Tx, { ageBand, district, districtShown, household, topics }: Combination): Promise<boolean> {
  const [row] = await tx.query<{ enough: boolean }>(
    `select count(*) >= ${ENOUGH} as enough from core.person p
     where p.died_on is null and p.moved_out_on is null and p.age_band = any ($1::text[]) and ($2::text is null or p.district = $2)
       and ($3::text is null or exists (select 1 from core.household_member m join core.household h on h.id = m.household_id
         where m.person_id = p.id and m.until is null and h.composition = $3))
       and (cardinality($4::text[]) = 0 or exists (select 1 from core.support_case c where c.person_id = p.id and c.topics @> $4::text[]))`,
    [decadesOf(ageBand), districtShown ? district : null, household, topics],
  );
  return row?.enough ?? false;
}
