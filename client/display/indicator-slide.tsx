import type { BoardIndicator } from './board-document';

export function IndicatorSlide({ indicator }: { indicator: BoardIndicator }) {
  return <main className="board-stage">{indicator.name}</main>;
}
