import { useState } from 'react';
import { momentWords } from '../administration/moment-words';
import { Button } from '../ui/button';
import { oversightWords } from '../words/oversight-words';
import type { ExposureReport } from './oversight-document';
import { TraceDialog } from './trace-dialog';

const words = oversightWords.traces;

/** Whose data could have been seen: what was asked before, and a way to ask. */
export function TracesSection({ reports }: { reports: readonly ExposureReport[] }) {
  const [isAsking, ask] = useState(false);
  return (
    <section className="panel" aria-labelledby="traces-title">
      <h2 id="traces-title">{words.title}</h2>
      <p className="hint">{words.lead}</p>
      <Button onPress={() => ask(true)}>{words.ask}</Button>
      {reports.length === 0 ? <p className="hint">{oversightWords.none}</p> : null}
      <ul className="rows">
        {reports.map(({ id, kind, staff, reason, reads, persons, cases, households, beyond, madeAt }) => (
          <li key={id} className="row">
            <span>
              <strong>
                {words.of[kind]} {staff?.name}
              </strong>
              　{words.counts(persons, cases, households)}
              <span className="hint line">
                <span>{words.reads(reads)}</span>
                {beyond > 0 ? <span>{words.beyond(beyond)}</span> : null}
                <span>{words.reasonOf(reason)}</span>
                <span>{words.asked(momentWords(madeAt))}</span>
              </span>
            </span>
          </li>
        ))}
      </ul>
      {isAsking ? <TraceDialog close={() => ask(false)} /> : null}
    </section>
  );
}
