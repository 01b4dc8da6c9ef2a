import type { BoardCell, BoardIndicator } from './board-document';
import { IndicatorChart } from './indicator-chart';
import { Entered, Own, useBoardWords, useLettering } from './lettering';
import { useLessening } from './use-lessening';

/** Larger text has room for what was, what is expected, what comes next and where it is to lead. */
const FEW = 3;

/** One indicator of the plan, as printed: what was counted beside what is aimed at, and how the plan wants it read. No colour says good or bad. */
export function IndicatorSlide({ indicator }: { indicator: BoardIndicator }) {
  const words = useBoardWords().indicator;
  const { step, zones } = useLettering();
  const { number, name, unit, organizationName, nature, readingNote, definition } = indicator;
  return (
    <main className="board-stage board-slide board-indicator">
      <h1 className="board-subject">
        <span className="board-tag">
          <Own>{words.tag(number)}</Own>
        </span>
        <span className="board-title">
          <Entered>{unit ? `${name}（${unit}）` : name}</Entered>
        </span>
      </h1>
      <p className="board-about">
        <Entered>{organizationName}</Entered>
        {zones === 'all' ? (
          <>
            {' ・ '}
            <Own>{words.plan}</Own>
          </>
        ) : null}
      </p>
      <IndicatorChart cells={step === 'STANDARD' ? indicator.cells : fewOf(indicator.cells)} label={words.list(name)} />
      <aside className="board-reading">
        <h2>
          <Own>{readingNote ? words.notes : words.noNote}</Own>
        </h2>
        <Sentences own={nature === 'REFERENCE' ? words.reference : null} text={readingNote ?? definition} />
      </aside>
    </main>
  );
}

/** The years that count most: the first ones, and the last. */
function fewOf(cells: readonly BoardCell[]): readonly BoardCell[] {
  return [...cells.slice(0, FEW), ...cells.slice(FEW).slice(-1)];
}

/** As many whole sentences as there is room for: what must be known first, then the plan's own. Where not one of them fits, somebody reads them out. */
function Sentences({ own, text }: { own: string | null; text: string }) {
  const { readOut } = useBoardWords().indicator;
  const sentences = text.split(/(?<=。)/u);
  const before = own ? 1 : 0;
  const [zone, shown] = useLessening<HTMLDivElement>(text, sentences.length + before, 0);
  return (
    <div className="board-sentences" ref={zone}>
      {own && shown > 0 ? (
        <p>
          <Own>{own}</Own>
        </p>
      ) : null}
      <p>{shown > 0 ? <Entered>{sentences.slice(0, shown - before).join('')}</Entered> : <Own>{readOut}</Own>}</p>
    </div>
  );
}
