import { useState } from 'react';
import { Button } from '../ui/button';
import { ProblemNote } from '../ui/problem-note';
import { useToast } from '../ui/toasts';
import { clock, eraDate, eraMoment } from '../words/era-date';
import { glassWords } from '../words/protection-words';
import { CloseGlass, type GlassData } from './glass-documents';
import { ReviewDialog } from './review-dialog';
import { useGuarding } from './use-guarding';

const words = glassWords.review;
const whatOf = ({ caseCode, staff }: GlassData) => words.what(caseCode, staff?.name ?? '');

/** What was opened in an emergency and is to be looked at by somebody else. Not there at all where nobody was told of anything. */
export function ReviewsSection({ glasses }: { glasses: readonly GlassData[] }) {
  const waiting = glasses.filter(({ outcome }) => outcome === null);
  const past = glasses.filter(({ outcome }) => outcome !== null).slice(0, 10);
  if (glasses.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="reviews-title">
      <h2 id="reviews-title">
        {words.title} <span className="hint">{words.waiting(waiting.length)}</span>
      </h2>
      <ul className="rows">
        {waiting.map((glass) => (
          <WaitingRow key={glass.id} glass={glass} />
        ))}
      </ul>
      {past.length > 0 ? (
        <details>
          <summary>{words.past}</summary>
          <ul className="rows">
            {past.map((glass) => (
              <li key={glass.id} className="row">
                {words.pastLine(glass.outcome ? words.outcomes[glass.outcome] : '', whatOf(glass))}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </section>
  );
}

function WaitingRow({ glass }: { glass: GlassData }) {
  const say = useToast();
  const [opened, open] = useState(false);
  const { send, problem } = useGuarding(CloseGlass);
  const what = whatOf(glass);
  const end = async (): Promise<void> => {
    if (await send({ glass: glass.id })) say({ sentence: glassWords.bar.closed });
  };
  return (
    <li className="row entry">
      <strong>{what}</strong>
      <span>{words.reason(glassWords.categories[glass.category], glass.reason)}</span>
      <span className="hint">
        {eraMoment(glass.openedAt)}　{words.by(eraDate(glass.reviewBy))}
      </span>
      {glass.overdue ? <strong>{words.overdue}</strong> : null}
      {problem ? <ProblemNote problem={problem} /> : null}
      <span className="administration-buttons">
        {glass.ended ? null : <span>{words.running(clock(glass.until))}</span>}
        {glass.ended ? null : (
          <Button aria-label={words.closeOf(what)} onPress={() => void end()}>
            {words.close}
          </Button>
        )}
        {glass.mine ? <span className="hint">{words.mine}</span> : null}
        {glass.ended && !glass.mine ? (
          <Button weight="main" aria-label={words.openOf(what)} onPress={() => open(true)}>
            {words.open}
          </Button>
        ) : null}
      </span>
      {opened ? <ReviewDialog glass={glass} close={() => open(false)} /> : null}
    </li>
  );
}
