import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { facts, type PlanColumn, yearOfEra } from '#seeds/plan/facts';
import { asSystem } from '#server/database/as-viewer';
import { measures as children } from '#server/departments/children/measures';
import { measures as disability } from '#server/departments/disability/measures';
import { measures as elderlyCare } from '#server/departments/elderly-care/measures';
import { measures as core } from '#server/indicators/measures';
import { span } from '#server/kernel/fiscal-year';
import { openTown } from '#test/kit/template';

interface Figure {
  readonly numerator: string;
  readonly denominator: string | null;
  readonly value: string | null;
}

const measures = new Map([...core, ...elderlyCare, ...disability, ...children].map(({ indicator, sql }) => [indicator, sql]));
let town: Awaited<ReturnType<typeof openTown>>;
beforeAll(async () => {
  town = await openTown(inject('template'), inject('databaseUrl') ?? undefined);
});
afterAll(() => town.close());

/** What the rows of the city give for an indicator in the year that the plan calls R6, R7 or R8. */
async function measured(indicator: string, column: PlanColumn): Promise<Figure> {
  const { from, until } = span(yearOfEra(column));
  const [figure] = await asSystem(town, 'hub_sower', (query) => query<Figure>(measures.get(indicator) ?? '', [from, until]));
  if (!figure) throw new Error(`no figure for ${indicator}`);
  return figure;
}

const number = (text: string | null) => (text === null ? null : Number(text));

describe('live indicators', () => {
  it('measure each of the 18 once', () => {
    expect([...measures.keys()].sort()).toEqual(facts.indicators.map(({ id }) => id).sort());
  });

  it.each(facts.indicators.map(({ id, name, values }) => ({ id, name, values })))(
    '$id: rows give what the plan prints for R6 and R7',
    async ({ id, values }) => {
      for (const column of ['R6', 'R7'] as const) {
        const { value } = await measured(id, column);
        expect(number(value), column).toBe(values[column].value);
      }
    },
  );

  it('give shares by the numbers behind them', async () => {
    const fraction = async (indicator: string, column: PlanColumn) => {
      const { numerator, denominator } = await measured(indicator, column);
      return `${Number(numerator)}/${Number(denominator)}`;
    };
    expect(await fraction('i05-kodomo-plan-rate', 'R6')).toBe('16/152');
    expect(await fraction('i05-kodomo-plan-rate', 'R7')).toBe('20/150');
    expect(await fraction('i16-nutrition-connect', 'R6')).toBe('22/25');
    expect(await fraction('i16-nutrition-connect', 'R7')).toBe('27/29');
    expect(await fraction('i17-participation-change', 'R7')).toBe('9/15');
  });

  it('have begun on R8 and are on their way', async () => {
    for (const { id, values } of facts.indicators.filter(({ unit }) => unit === '件' || unit === '回')) {
      const value = number((await measured(id, 'R8')).value) ?? -1;
      expect(value, id).toBeGreaterThan(0);
      expect(value, id).toBeLessThanOrEqual(values.R8.value ?? 0);
    }
  });

  it('say no data, and not zero, of a year in which there was nothing to look at', async () => {
    expect((await measured('i14-outreach-worker', 'R6')).value).toBeNull();
    expect((await measured('i17-participation-change', 'R6')).value).toBeNull();
    expect(number((await measured('i18-employment-matching', 'R6')).value)).toBe(0);
    for (const id of ['i05-kodomo-plan-rate', 'i09-oasis-daily', 'i10-kosodate-kyoten', 'i16-nutrition-connect'])
      expect((await measured(id, 'R12')).value, id).toBeNull();
  });

  it('count one more when one more is entered', async () => {
    const before = number((await measured('i04-tsudoi-outreach', 'R8')).value) ?? 0;
    await asSystem(town, 'hub_sower', (query) =>
      query(
        `insert into children.coordinator_trip (id, went_on, destination, purpose) values ('00000000-0000-4000-8000-000000000001', '2026-11-23', '児童センター', '子育ての相談')`,
      ),
    );
    expect(number((await measured('i04-tsudoi-outreach', 'R8')).value)).toBe(before + 1);
  });
});
