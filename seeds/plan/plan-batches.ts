import type { Batch } from '#seeds/tables';
import { idFor } from '#seeds/town/identifier';
import { consentBatches } from './consent-data';
import { directoryBatches } from './directory';
import { facts, yearOfEra } from './facts';
import { holidayBatch } from './holidays';
import { indicatorBatches } from './indicators';
import { programmeBatches } from './programmes';
import { readingBatches } from './readings';

/** Every fact of the plan, and what the city's own data add to it, as rows in the order of foreign keys. The same in every city: no seed and no anchor enters. */
export function planBatches(): Batch[] {
  return [
    ...directoryBatches(),
    ...programmeBatches(),
    ...conferenceAndStatisticBatches(),
    holidayBatch(),
    ...indicatorBatches(),
    ...consentBatches(),
    ...readingBatches(),
  ];
}

function conferenceAndStatisticBatches(): Batch[] {
  return [
    {
      table: 'core.plan_conference',
      rows: facts.conferences.map(({ key, name, basis, consent, secrecy, convener, operation, members, tasks }, index) => ({
        id: key,
        name,
        basis,
        // The plan says both of one conference in one breath: without consent, and therefore in secrecy.
        consent: secrecy ? `${consent}。${secrecy}` : consent,
        convener: convener ?? operation ?? null,
        members,
        tasks,
        position: index + 1,
      })),
    },
    {
      table: 'core.statistic',
      rows: facts.statistics.flatMap(({ series, name, unit, source, note, values }) => {
        const eras = Object.entries(values);
        return eras.map(([era, { raw, value }], index) => ({
          // What the plan says of the change stands with the newest figure.
          id: idFor('statistic', series, era),
          series,
          name,
          fiscal_year: yearOfEra(era),
          raw,
          value,
          unit,
          source,
          note: index === eras.length - 1 ? note : null,
        }));
      }),
    },
    {
      table: 'core.partner',
      rows: facts.partners.map((name, index) => ({ id: idFor('partner', index + 1), name, position: index + 1 })),
    },
  ];
}
