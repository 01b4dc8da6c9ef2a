import { useState } from 'react';
import { Button } from '../ui/button';
import { eraDay } from '../words/era-date';
import { oversightWords } from '../words/oversight-words';
import { DecideDialog } from './decide-dialog';
import type { DisclosureRow, Draft } from './oversight-document';

const words = oversightWords.disclosures;

/** Who read what of the person, and when: a row for each reader and day. */
export function DraftTable({ draft }: { draft: Draft }) {
  const [opened, open] = useState<DisclosureRow>();
  if (draft.rows.length === 0) return <p className="hint">{words.empty}</p>;
  return (
    <>
      <p className="hint">{words.marks}</p>
      <div className="table-frame">
        <table className="table">
          <caption>{words.caption}</caption>
          <thead>
            <tr>
              {words.heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {draft.rows.map((row) => (
              <DraftRow key={row.id} row={row} open={draft.state === 'DRAFTED' ? () => open(row) : undefined} />
            ))}
          </tbody>
        </table>
      </div>
      {opened ? <DecideDialog row={opened} close={() => open(undefined)} /> : null}
    </>
  );
}

/** What the reader is called: a colleague by name, a program or a screen by its kind. */
export function readerName({ staff, reader }: Pick<DisclosureRow, 'staff' | 'reader'>): string {
  return staff?.name ?? oversightWords.reader[reader.slice(0, reader.indexOf(':'))] ?? reader;
}

function DraftRow({ row, open }: { row: DisclosureRow; open: (() => void) | undefined }) {
  const { day, reads, classes, ground, decision, reason, decider } = row;
  const name = readerName(row);
  const word = words.decision[decision] ?? decision;
  return (
    <tr data-ground={ground ?? undefined}>
      <th scope="row">{name}</th>
      <td>{eraDay(day)}</td>
      <td className="figure">{oversightWords.reviews.times(reads)}</td>
      <td>{classes.map((one) => oversightWords.classes[one] ?? one).join('・')}</td>
      <td>{ground ? words.ground[ground] : null}</td>
      <td>
        <span className="line">
          <strong>{decider ? word : words.proposed(word)}</strong>
          {reason ? <span>{reason}</span> : null}
          {decider ? <span className="hint">{decider.name}</span> : null}
        </span>
        {open ? (
          <Button weight="quiet" aria-label={words.decideOf(name, eraDay(day))} onPress={open}>
            {words.decide}
          </Button>
        ) : null}
      </td>
    </tr>
  );
}
