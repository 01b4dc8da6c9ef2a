import type { Batch } from '#seeds/tables';
import { idFor } from '#seeds/town/identifier';
import { definitions } from './definitions';
import { facts, planColumns, yearOfEra } from './facts';
import { programmeId } from './programmes';

const edition = facts.edition.id;

/** Rows of the edition, its 18 indicators and their 126 cells. "-" and "—%" are no data (null), "0" is zero. */
export function indicatorBatches(): Batch[] {
  const { title, revised, period, legalBasis, publisher, firstFiscalYear, lastFiscalYear } = facts.edition;
  return [
    {
      table: 'core.plan_edition',
      rows: [
        {
          id: edition,
          title,
          revised,
          period,
          legal_basis: legalBasis,
          publisher,
          first_fiscal_year: yearOfEra(firstFiscalYear),
          last_fiscal_year: yearOfEra(lastFiscalYear),
        },
      ],
    },
    { table: 'core.indicator', rows: facts.indicators.map(indicatorRow) },
    { table: 'core.indicator_cell', rows: facts.indicators.flatMap(cellRows) },
  ];
}

function indicatorRow(indicator: (typeof facts.indicators)[number], index: number) {
  const definition = definitions[indicator.id];
  if (!definition) throw new Error(`no definition of ${indicator.id}`);
  return {
    id: indicator.id,
    number: index + 1,
    programme_id: programmeId(indicator.programme),
    article: indicator.article,
    sub_programme: indicator.subProgramme,
    organization_name: indicator.organization,
    name: indicator.name,
    unit: indicator.unit,
    nature: indicator.futureKind === 'forecast' ? 'REFERENCE' : 'TARGET',
    definition: definition.text,
    reading_note: facts.readingNotes.find((note) => note.for.some((id) => indicator.id.startsWith(`${id}-`)))?.note ?? null,
    decimals: definition.decimals,
  };
}

function cellRows({ id, values }: (typeof facts.indicators)[number]) {
  return planColumns.map((column) => ({
    id: idFor('indicator-cell', edition, id, column),
    edition_id: edition,
    indicator_id: id,
    fiscal_year: yearOfEra(column),
    kind: values[column].kind.toUpperCase(),
    raw: values[column].raw,
    value: values[column].value,
  }));
}
