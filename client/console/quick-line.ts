import { dayInWords } from '../words/day-in-words';
import type { Named } from './session-data';

/** What a line means, as far as it is written. */
export interface QuickLine {
  readonly title: string;
  readonly organization: Named | null;
  /** What was typed for an organisation that is not clear yet. */
  readonly unclear: string | null;
  readonly dueOn: string | null;
}

const MOST_OFFERED = 6;

/** Organisations that somebody may mean by a few letters of their name (社協 for 社会福祉協議会), the likeliest first. */
export function organizationsLike(typed: string, organizations: readonly Named[]): readonly Named[] {
  const wanted = plain(typed);
  if (!wanted) return organizations.slice(0, MOST_OFFERED);
  const ranked = organizations.flatMap((one) => {
    const rank = likeness(plain(one.name), wanted);
    return rank === undefined ? [] : [{ one, rank }];
  });
  ranked.sort((a, b) => a.rank - b.rank || a.one.name.length - b.one.name.length);
  return ranked.slice(0, MOST_OFFERED).map(({ one }) => one);
}

/**
 * Reads one line: 「＠社協 見守りを週1回 12/10」 or 「社協：見守りを週1回：来週金曜」, in any order that people type. The organisation is the one whose name stands
 * after ＠ (exactly, or the only likely one), the day is the last word or part that is one; what is left is what is to be done.
 */
export function readLine(line: string, organizations: readonly Named[], today?: string): QuickLine {
  const parts = line.split(/[：:]/u).map((part) => part.trim());
  const inParts = parts.length > 1 && !line.includes('@') && !line.includes('＠') ? byParts(parts, organizations, today) : undefined;
  return inParts ?? byWords(line, organizations, today);
}

function byParts(parts: readonly string[], organizations: readonly Named[], today?: string): QuickLine | undefined {
  const dueOn = parts.length > 1 ? (dayInWords(parts.at(-1) ?? '', today) ?? null) : null;
  const rest = dueOn ? parts.slice(0, -1) : parts;
  const organization = rest.length > 1 ? meant(rest[0] ?? '', organizations) : null;
  if (!dueOn && !organization) return undefined;
  return { title: (organization ? rest.slice(1) : rest).join('：'), organization, unclear: null, dueOn };
}

function byWords(line: string, organizations: readonly Named[], today?: string): QuickLine {
  const words = line.split(/[\s　]+/u).filter(Boolean);
  const at = words.findIndex((word) => /^[@＠]/u.test(word));
  const typed = at < 0 ? '' : (words[at] ?? '').slice(1);
  const { organization, length } = at < 0 ? { organization: null, length: 0 } : named(words.slice(at), organizations);
  const others = at < 0 ? words : [...words.slice(0, at), ...words.slice(at + Math.max(1, length))];
  const day = others.findLastIndex((word) => dayInWords(word, today) !== undefined);
  return {
    title: others.filter((_, index) => index !== day).join(' '),
    organization,
    unclear: at >= 0 && !organization ? typed : null,
    dueOn: day < 0 ? null : (dayInWords(others[day] ?? '', today) ?? null),
  };
}

/** The organisation that stands at the beginning of some words: names with spaces, too. */
function named(words: readonly string[], organizations: readonly Named[]): { organization: Named | null; length: number } {
  for (let length = words.length; length > 0; length--) {
    const name = plain(words.slice(0, length).join(' ').slice(1));
    const organization = organizations.find((one) => plain(one.name) === name);
    if (organization) return { organization, length };
  }
  return { organization: meant((words[0] ?? '').slice(1), organizations), length: 1 };
}

/** The organisation that is meant: by its name, or the only one that is like it. */
function meant(typed: string, organizations: readonly Named[]): Named | null {
  const wanted = plain(typed);
  if (!wanted) return null;
  const exact = organizations.find(({ name }) => plain(name) === wanted);
  const [likely, second] = organizationsLike(typed, organizations);
  return exact ?? (likely && !second ? likely : null);
}

function likeness(name: string, wanted: string): number | undefined {
  if (name === wanted) return 0;
  if (name.startsWith(wanted)) return 1;
  if (name.includes(wanted)) return 2;
  let from = 0;
  for (const letter of wanted) {
    from = name.indexOf(letter, from) + 1;
    if (from === 0) return undefined;
  }
  return 3;
}

const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/gu, '');
