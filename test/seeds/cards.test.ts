import { describe, expect, it } from 'vitest';
import type { Row } from '#seeds/tables';
import { familyNames } from '#seeds/town/names';
import { caseOf, rows } from './the-town';

const cards = rows('core.case_card');
const zones = ['strengths', 'wishes', 'worries'] as const;
const linesOf = (card: Row) => zones.flatMap((zone) => card[zone] as string[]);

const names = rows('core.person_identity').map(({ name }) => String(name).replace(/ *(KOTEI-PII-\d+)? *\(架空\)$/, ''));
const parts = names.flatMap((name) => name.split(/[ ・]/)).filter((part) => [...part].length >= 2);
const places = rows('core.organization').map(({ name }) => String(name).replace('(架空)', ''));
const words = [...new Set([...names, ...parts, ...familyNames, ...places])];

/** By what somebody might be recognised in a text: names of people or places, figures, addresses, a year at school. */
function recognisable(text: string): string[] {
  return [...words.filter((word) => text.includes(word)), ...(text.match(/\d+|[０-９]+|丁目|番地|架空|KOTEI|年生|歳/g) ?? [])];
}

describe('case cards', () => {
  it('fit the wall: at most two lines of 17 characters for strengths, wishes and worries', () => {
    expect(cards).toHaveLength(16);
    for (const card of cards) {
      for (const zone of zones) {
        const lines = card[zone] as string[];
        expect([1, 2]).toContain(lines.length);
        for (const line of lines) expect([...line].length, line).toBeLessThanOrEqual(17);
      }
    }
  });

  it('hold nothing by which somebody is recognised', () => {
    expect(words.length).toBeGreaterThan(300);
    for (const card of cards) expect(recognisable([card.title, ...linesOf(card)].join('\n')), String(card.title)).toEqual([]);
  });

  it('would be caught with a name, an address, a telephone, a facility or an age in them', () => {
    const [person] = names;
    for (const slip of [
      `${person}さんの毎日`,
      `${person?.split(' ')[0]}家の暮らし`,
      '架空3丁目の家',
      '000-0000-0000',
      'オアシスやまなし結に通う',
      '七十歳の父',
      '中学2年生',
    ]) {
      expect(recognisable(slip), slip).not.toEqual([]);
    }
  });

  it('are drafted by one person and approved by another', () => {
    for (const card of cards.filter(({ state }) => state === 'APPROVED')) {
      expect(card.approved_by).not.toBeNull();
      expect(card.approved_by).not.toBe(card.drafted_by);
      expect(card.approved_at).not.toBeNull();
    }
  });

  it('stand in every state from the first day, so that no list of the desk is empty', () => {
    expect(new Set(cards.map(({ state }) => state))).toEqual(new Set(['DRAFT', 'ASKED', 'SENT_BACK', 'APPROVED', 'RETURNED']));
  });

  it('are never drawn from the case of somebody protected, or from one that only a 支援会議 knows', () => {
    const from = new Set(cards.map((card) => card.case_id));
    for (const key of ['shelter-mother', 'other-party', 'eighty-fifty-refusal', 'many-debts'])
      expect(from.has(caseOf(key).id ?? null)).toBe(false);
  });
});
