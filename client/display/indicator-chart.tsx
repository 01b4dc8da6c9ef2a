import { cellText } from '../words/cell-text';
import { fiscalYearHead } from '../words/era-date';
import type { BoardCell } from './board-document';
import { Own, useBoardWords } from './lettering';

/**
 * A column for each year, its figure above, its kind in words below: what was counted is filled, what is expected is dashed, what is aimed at is a
 * line with a ◆ at its height. A list to whoever hears it. A year without a figure has no column, and says so: it is no zero.
 */
export function IndicatorChart({ cells, label }: { cells: readonly BoardCell[]; label: string }) {
  const words = useBoardWords().indicator;
  const highest = Math.max(1e-9, ...cells.map(({ value }) => value ?? 0));
  return (
    <ol className="board-chart" aria-label={label}>
      {cells.map((cell, index) => (
        <li key={cell.id} data-kind={cell.kind} data-gap={isApart(cells[index - 1], cell) || undefined}>
          <span className="board-chart-year">
            <Own>{fiscalYearHead(cell.fiscalYear)}</Own>
          </span>
          <span className="board-chart-kind">
            <Own>{words.kinds[cell.kind]}</Own>
          </span>
          <span className="board-chart-plot">
            <span className="board-chart-value">
              <Own>{cellText(cell, words.noData)}</Own>
            </span>
            {cell.value === null ? null : <Column kind={cell.kind} share={cell.value / highest} />}
          </span>
        </li>
      ))}
    </ol>
  );
}

/** Whether years are left out between the two. */
const isApart = (before: BoardCell | undefined, cell: BoardCell) => before !== undefined && cell.fiscalYear - before.fiscalYear > 1;

const WIDTH = 80;
const HEIGHT = 100;

/** Drawn as high as its share of the plot; only the frame stretches, never its lines. */
function Column({ kind, share }: { kind: BoardCell['kind']; share: number }) {
  const isGoal = kind === 'TARGET' || kind === 'FORECAST';
  return (
    <svg
      className="board-chart-column"
      style={{ flexGrow: share, flexShrink: 0 }}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {isGoal ? (
        <line x1="40" y1="0" x2="40" y2={HEIGHT} vectorEffect="non-scaling-stroke" />
      ) : (
        <rect x="0" y="0" width={WIDTH} height={HEIGHT} vectorEffect="non-scaling-stroke" />
      )}
    </svg>
  );
}
