import { staffId } from '#seeds/personas';
import type { Batch } from '#seeds/tables';
import { noon } from '../conference-rows';
import { smallDistricts } from '../districts';
import { idFor } from '../identifier';
import type { SupportCase } from '../model';
import type { Quarter } from '../quarter';
import { ageBand } from '../quarter-rows';
import { type CardText, cardTexts } from './card-texts';

/** The id of a case card by its key. */
export function cardId(key: string): string {
  return idFor('case-card', key);
}

/** 事例カード, drafted by the window of the case and approved by the facilitator, who is somebody else. */
export function cardBatch(quarter: Quarter): Batch {
  return {
    table: 'core.case_card',
    rows: cardTexts.map((text) => {
      const one = caseOf(quarter, text);
      const { key, title, strengths, wishes, worries, state, sentBackWords } = text;
      const writer = staffId(text.draftedBy === 'connection' ? 'connection-2' : text.draftedBy);
      return {
        id: cardId(key),
        case_id: one.id,
        teams: [...new Set([...one.teams, text.draftedBy])].sort(),
        title,
        age_band: ageBand(one.person.age),
        district: one.household.district,
        district_shown: !smallDistricts.includes(one.household.district),
        strengths,
        wishes,
        worries,
        note: `${text.note} ${quarter.frame.planter.marker()}`,
        state,
        drafted_by: writer,
        revised_by: writer,
        asked_by: state === 'APPROVED' || state === 'ASKED' ? writer : null,
        sent_back_words: sentBackWords ?? null,
        enough: state === 'APPROVED' || state === 'ASKED' ? true : null,
        approved_by: state === 'APPROVED' ? staffId('facilitator') : null,
        approved_at: state === 'APPROVED' ? noon(quarter.calendar.ago(7)) : null,
        version: state === 'RETURNED' ? 2 : 1,
      };
    }),
  };
}

function caseOf(quarter: Quarter, { key, from }: CardText): SupportCase {
  const found = typeof from === 'string' ? quarter.scenes.get(from) : quarter.cases.filter(from).at(-1);
  if (!found) throw new Error(`no case for the card ${key}`);
  return found;
}
