import { cardWords } from '../words/card-words';

const words = cardWords.check;

/** What the last check found. The sign and the words carry it, not the colour; how many people fit is never said. */
export function CardCheck({ risks, enough }: { risks: readonly string[] | null; enough: boolean | null }) {
  return (
    <section className="panel" aria-labelledby="check-title">
      <h2 id="check-title">{words.title}</h2>
      <div role="status" className="card-check">
        {enough === null ? (
          <p className="hint">{words.notYet}</p>
        ) : (
          <>
            <p data-few={!enough || undefined}>{enough ? words.enough : words.few}</p>
            {risks && risks.length > 0 ? (
              <ul>
                {risks.map((risk) => (
                  <li key={risk} data-stops={risk.startsWith('▲▲') || undefined}>
                    {risk}
                  </li>
                ))}
              </ul>
            ) : (
              <p>{words.none}</p>
            )}
          </>
        )}
      </div>
      <p className="hint">{words.hint}</p>
    </section>
  );
}
