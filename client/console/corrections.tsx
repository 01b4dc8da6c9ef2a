import { createContext, type ReactNode, useContext, useState } from 'react';
import { useMe } from '../app/use-me';
import { Button } from '../ui/button';
import { useToast } from '../ui/toasts';
import { correctionWords as words } from '../words/correction-words';
import { cityDay, dayAndWeekday } from '../words/era-date';
import { CorrectDialog, type Correcting } from './correct-dialog';
import { ApproveCorrection, type CorrectionData, RefuseCorrection } from './correction-data';
import type { ItemData, SessionData } from './session-data';
import { TextDialog } from './text-dialog';
import { textLimits } from './text-limits';
import { useChange } from './use-change';

interface Desk {
  readonly corrections: readonly CorrectionData[];
  /** Opens the dialog; absent while the session goes on, and for people who may only look. */
  readonly correct?: (what: Correcting) => void;
}

const Context = createContext<Desk>({ corrections: [] });

/** Knows what was put right in the record of this session, and lets those who may put more right. */
export function CorrectionDesk({ session, mayCorrect, children }: { session: SessionData; mayCorrect: boolean; children: ReactNode }) {
  const [open, show] = useState<Correcting>();
  const desk = { corrections: session.corrections, ...(mayCorrect ? { correct: show } : {}) };
  return (
    <Context value={desk}>
      {children}
      {open ? <CorrectDialog session={session} what={open} close={() => show(undefined)} /> : null}
    </Context>
  );
}

/** The words of a line; what was corrected stays legible, struck through, beside what should stand there, with its trail. */
export function LineText({ line, title }: { line: string; title: string }) {
  const { corrections, correct } = useContext(Context);
  const own = corrections.filter(({ lineId }) => lineId === line);
  const last = own.findLast(({ stands }) => stands);
  return (
    <>
      {last ? (
        <span className="corrected">
          <del>{title}</del> <ins>{last.title}</ins>
        </span>
      ) : (
        <strong>{title}</strong>
      )}
      {own.map((one) => (
        <Trail key={one.id} one={one} />
      ))}
      {correct ? (
        <Button weight="quiet" onPress={() => correct({ line, was: title })} aria-label={words.of(words.open, title)}>
          {words.open}
        </Button>
      ) : null}
    </>
  );
}

/** What was left out of the item on the desk, and what is put right of the session itself. There once it has ended. */
export function CorrectionsPanel({ item }: { item: ItemData | undefined }) {
  const { corrections, correct } = useContext(Context);
  const own = corrections.filter(({ lineId, agendaItemId }) => lineId === null && (agendaItemId === null || agendaItemId === item?.id));
  if (own.length === 0 && !correct) return null;
  return (
    <section className="panel" aria-labelledby="corrections-title">
      <h2 id="corrections-title">{words.title}</h2>
      <p className="hint">{words.hint}</p>
      <ul className="rows">
        {own.map((one) => (
          <li key={one.id} className="row">
            <span className="action-what">
              {one.refusal === null ? <ins>{one.title}</ins> : <span>{one.title}</span>}
              <span className="hint">{one.agendaItemId ? words.leftOutWhat : words.session}</span>
              <Trail one={one} />
            </span>
          </li>
        ))}
      </ul>
      {correct ? (
        <span className="row-buttons">
          {item ? <Button onPress={() => correct({ item: item.id })}>＋ {words.leftOut}</Button> : null}
          <Button onPress={() => correct({})}>＋ {words.session}</Button>
        </span>
      ) : null}
    </section>
  );
}

/** Who put it right, when and why, and what somebody else said to it; while it waits, a way to say so for whoever is somebody else. */
function Trail({ one }: { one: CorrectionData }) {
  const { me } = useMe();
  const { correct } = useContext(Context);
  const { lineId, stands, title, reason, madeAt, madeBy, approvedBy, refusedBy, refusal } = one;
  const waits = !stands && refusal === null;
  return (
    <span className="hint line" data-correction={one.id} data-stands={stands}>
      {stands || !lineId ? null : waits ? <ins>{title}</ins> : <span>「{title}」</span>}
      <span>{words.trail(madeBy?.name ?? '', dayAndWeekday(cityDay(new Date(madeAt))), reason)}</span>
      {approvedBy ? <span>{words.seen(approvedBy.name)}</span> : null}
      {refusal === null ? null : <span>{words.refused(refusedBy?.name ?? '', refusal)}</span>}
      {waits ? <span>{words.waits}</span> : null}
      {waits && correct && me && me.id !== madeBy?.id ? <SecondWord one={one} /> : null}
    </span>
  );
}

/** Lets a correction through, or refuses it with a reason. */
function SecondWord({ one }: { one: CorrectionData }) {
  const say = useToast();
  const [refusing, refuse] = useState(false);
  const [approve, approving] = useChange(ApproveCorrection);
  const [send, sending] = useChange(RefuseCorrection, { tell: false });
  const { id: correction, title, version } = one;
  const sendBack = async (reason: string) => {
    const outcome = await send({ correction, reason, version });
    if (outcome.done) say({ sentence: words.refusedDone });
    return outcome;
  };
  const field = { field: 'reason', most: textLimits.RefuseCorrectionOrder.reason, text: '', base: one, place: `refuse:${correction}` };
  return (
    <>
      <Button
        weight="quiet"
        isPending={approving}
        onPress={() => void approve({ correction, version })}
        aria-label={words.of(words.approve, title)}
      >
        {words.approve}
      </Button>
      <Button weight="quiet" onPress={() => refuse(true)} aria-label={words.of(words.refuse, title)}>
        {words.refuse}
      </Button>
      {refusing ? (
        <TextDialog
          title={words.of(words.refuse, title)}
          label={words.refuseWhy}
          hint={words.refuseHint}
          {...field}
          busy={sending}
          act={words.refuse}
          save={sendBack}
          close={() => refuse(false)}
        />
      ) : null}
    </>
  );
}
