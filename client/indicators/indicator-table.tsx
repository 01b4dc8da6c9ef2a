import { cellText } from '../words/cell-text';
import { fiscalYearHead } from '../words/era-date';
import { indicatorWords as words } from '../words/indicator-words';

import type { CellData, IndicatorData } from './indicator-data';

/** 18 rows, seven years. What kind of figure a cell is stands in the cell, in words: a forecast must not pass for a fact. */
export function IndicatorTable({ indicators }: { indicators: readonly IndicatorData[] }) {
  const years = indicators[0]?.cells.map(({ fiscalYear }) => fiscalYear) ?? [];
  return (
    <div className="table-frame">
      <table className="table indicators">
        <caption>{words.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.number}</th>
            <th scope="col">{words.name}</th>
            {years.map((year) => (
              <th key={year} scope="col" className="figure">
                {fiscalYearHead(year)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {indicators.map((indicator) => (
            <tr key={indicator.id} data-nature={indicator.nature}>
              <td>{indicator.number}</td>
              <th scope="row">
                <span className="hint">
                  {indicator.programme?.number} {indicator.organizationName}
                </span>
                <br />
                {indicator.name}
                {indicator.unit ? `（${indicator.unit}）` : ''} <span className="nature">{words.nature[indicator.nature]}</span>
              </th>
              {indicator.cells.map((cell) => (
                <Cell key={cell.id} cell={cell} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({ cell }: { cell: CellData }) {
  return (
    <td data-kind={cell.kind} data-empty={cell.value === null || undefined}>
      {cellText(cell, words.noData)}
      <br />
      <small>{words.kind[cell.kind]}</small>
    </td>
  );
}
