import type { Tx } from '#server/database/as-viewer';
import { today } from '#server/kernel/clock';
import { isId } from '#server/kernel/ids';
import { pastDayFault } from '#server/kernel/past-day-fault';
import { textFault } from '#server/kernel/text-fault';
import { type ConsentTermsInput, consentLimits } from './consent-orders';
import type { ConsentWording } from './consent-wording';

/** What the terms are held against. */
export interface Known {
  /** Every 担当 there is. */
  readonly teams: readonly string[];
  /** Those that serve the case. */
  readonly serving: readonly string[];
  readonly wording: ConsentWording | null;
  /** Those of the staff who were named and work here. */
  readonly staff: readonly string[];
  readonly holder: string;
}

/** Looks up what the terms of a consent name, as the viewer may see it. */
export async function lookUp(tx: Tx, terms: ConsentTermsInput, serving: readonly string[], wording: ConsentWording | null): Promise<Known> {
  const named = [terms.explainedBy, terms.witnessedBy].filter((id): id is string => Boolean(id) && isId(id as string));
  const [teams, staff] = [
    await tx.query<{ id: string }>('select id from core.team'),
    await tx.query<{ id: string }>('select id from core.staff where id = any ($1::uuid[])', [named]),
  ];
  const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);
  return { teams: ids(teams), staff: ids(staff), serving, wording, holder: terms.holder ?? tx.viewer.teams[0] ?? '' };
}

/** A sentence for every input that cannot stand as it is. */
export function faultsOf(terms: ConsentTermsInput, known: Known): Record<string, string | undefined | false> {
  return { ...who(terms, known), ...what(terms, known), ...how(terms, known), ...when(terms, known) };
}

function who(terms: ConsentTermsInput, { teams, serving, holder }: Known) {
  const unknown = (ids: readonly string[]) => ids.some((id) => !teams.includes(id));
  const isBoth = terms.receivers.some((id) => terms.exclusions.includes(id));
  return {
    relation:
      terms.giver === 'REPRESENTATIVE'
        ? !terms.relation && '代理人の立場を選んでください。'
        : Boolean(terms.relation) && '本人の同意では、代理人の立場は空けておいてください。',
    holder: !serving.includes(holder) && 'この事例を支援している担当から選んでください。',
    receivers:
      terms.receivers.length === 0
        ? '受け取れる担当を一つ以上選んでください。'
        : unknown(terms.receivers)
          ? '一覧から選んでください。'
          : isBoth && '決して渡さない担当が入っています。どちらかから外してください。',
    exclusions: unknown(terms.exclusions)
      ? '一覧から選んでください。'
      : terms.exclusions.includes(holder) && '同意書を保管する担当は外せません。',
  };
}

function what(terms: ConsentTermsInput, { wording }: Known) {
  return {
    classes: terms.classes.length === 0 && '受け取れる項目を一つ以上選んでください。',
    items: wording !== null && terms.items.some((item) => !wording.items.includes(item)) && 'この様式にない項目があります。',
    purpose: textFault(terms.purpose, consentLimits.purpose),
    condition: terms.condition ? textFault(terms.condition, consentLimits.condition) : undefined,
  };
}

function how(terms: ConsentTermsInput, { wording, staff }: Known) {
  const isStaff = (id: string | null | undefined) => Boolean(id) && staff.includes(id as string);
  const isOral = terms.form === 'ORAL_WITNESSED';
  return {
    explainedBy: !isStaff(terms.explainedBy) && '説明した職員を一覧から選んでください。',
    witnessedBy: isOral
      ? !isStaff(terms.witnessedBy)
        ? '口頭の同意には立ち会った職員が要ります。'
        : terms.witnessedBy === terms.explainedBy && '説明した職員とは別の人を選んでください。'
      : Boolean(terms.witnessedBy) && !isStaff(terms.witnessedBy) && '一覧から選んでください。',
    wording: wording ? !isInUse(wording, terms.givenOn) && '同意した日には使われていない版です。' : '様式を一覧から選んでください。',
  };
}

function isInUse({ effectiveFrom, retiredOn }: ConsentWording, day: string): boolean {
  return effectiveFrom <= day && (retiredOn === null || day < retiredOn);
}

function when(terms: ConsentTermsInput, { wording }: Known) {
  const last = wording ? daysAfter(terms.givenOn, wording.termDays) : terms.validUntil;
  return {
    givenOn: pastDayFault(terms.givenOn),
    validFrom: Boolean(terms.validFrom) && (terms.validFrom as string) < terms.givenOn && '同意した日よりあとにしてください。',
    validUntil:
      terms.validUntil < (terms.validFrom ?? today())
        ? '有効な期間が残る日にしてください。'
        : terms.validUntil > last && `この様式で同意できるのは、同意した日から${wording?.termDays ?? 0}日までです。`,
  };
}

function daysAfter(day: string, days: number): string {
  const at = new Date(`${day}T12:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}
