import { consentWords } from '../words/consent-words';
import { cityDay, daysAfter } from '../words/era-date';
import type { ConsentTerms } from './consent-changes';
import type { ConsentData, ConsentFormData } from './consents-document';

const A_YEAR = 365;

/** The terms that the form begins with: the ones of the consent that is renewed, or what is usual. To whom it goes nobody else decides beforehand. */
export function usualTerms({ consentWordings }: ConsentFormData, me: string, before?: ConsentData): ConsentTerms {
  const today = cityDay();
  const wording = consentWordings.find(({ retiredOn }) => retiredOn === null) ?? consentWordings[0];
  const validUntil = daysAfter(today, Math.min(A_YEAR, wording?.termDays ?? A_YEAR));
  return {
    giver: before?.giver ?? 'SELF',
    relation: before?.relation ?? null,
    receivers: before?.receivers ?? [],
    exclusions: before?.excludedTeams.map(({ id }) => id) ?? [],
    classes: before?.classes ?? ['identity', 'sensitive'],
    items: before?.items.filter((item) => wording?.items.includes(item)) ?? [],
    purpose: before?.purpose ?? consentWords.form.purposeUsual,
    condition: before?.condition ?? null,
    form: before?.form ?? 'WRITTEN',
    explainedBy: me,
    witnessedBy: null,
    wording: wording?.id ?? '',
    givenOn: today,
    validFrom: null,
    validUntil,
  };
}
