import { useState } from 'react';
import { Button } from '../ui/button';
import { useToast } from '../ui/toasts';
import { consoleWords } from '../words/console-words';
import { dayAndWeekday } from '../words/era-date';
import { requestWords } from '../words/request-words';
import { tableWords } from '../words/table-words';
import { type OfferRow, offeredId, offerRows } from './offer-rows';
import { DeclineRequest, type OfferData, requestTitle } from './request-document';
import { PutOnAgenda, TakeOffAgenda } from './session-changes';
import type { SessionData } from './session-data';
import { TextDialog } from './text-dialog';
import { textLimits } from './text-limits';
import { useUndo } from './undo';
import { useChange } from './use-change';

const words = requestWords.offered;
const { already } = consoleWords.agenda;
/** As many as leave room for what else can be put on; the others are a press away. */
const MOST_SHOWN = 4;

interface OfferListProps {
  readonly session: SessionData;
  readonly offered: readonly OfferData[];
  /** What is on the agenda already. */
  readonly there: ReadonlySet<string>;
  readonly mayDecline: boolean;
  readonly again: () => void;
}

/** What may come on the agenda of this session, each with why it is offered, and what can be done about it. */
export function OfferedMatterList({ session, offered, there, mayDecline, again }: OfferListProps) {
  const [all, showAll] = useState(false);
  const rows = offerRows(offered);
  const rest = rows.length - MOST_SHOWN;
  return (
    <>
      {rows.length === 0 ? <p className="hint">{words.none}</p> : null}
      <ul>
        {(all ? rows : rows.slice(0, MOST_SHOWN)).map((row) => (
          <Offer
            key={row.one.id}
            session={session}
            row={row}
            isThere={there.has(offeredId(row.one) ?? '')}
            mayDecline={mayDecline}
            again={again}
          />
        ))}
      </ul>
      {rest > 0 ? (
        <Button weight="quiet" onPress={() => showAll(!all)}>
          {all ? words.fewer : words.more(rest)}
        </Button>
      ) : null}
    </>
  );
}

interface OfferProps {
  readonly session: SessionData;
  readonly row: OfferRow;
  readonly isThere: boolean;
  readonly mayDecline: boolean;
  readonly again: () => void;
}

function Offer({ session, row: { one, also }, isThere, mayDecline, again }: OfferProps) {
  const say = useToast();
  const { did } = useUndo();
  const [put, busy] = useChange(PutOnAgenda);
  const [takeOff] = useChange(TakeOffAgenda);
  const [declining, decline] = useState(false);
  const { request } = one;
  const title = titleOf(one);
  const ground = request?.requestedCase?.reasonCode;
  const isClosed = request?.matter === 'CASE' && !request.requestedCase;
  // What was left over brings no reason along; whoever asks says theirs.
  const lacksReason = session.secrecy !== null && !request;
  const take = async (): Promise<void> => {
    const { card, issue, case: theCase } = one;
    const order = request ? { request: request.id } : { card: card?.id, issue: issue?.id, case: theCase?.id };
    const outcome = await put({ session: session.id, ...order });
    if (!outcome.done) return;
    const { id: item, version } = outcome.answer.putOnAgenda;
    did({
      sentence: words.taken(title),
      stands: ({ agenda }) => agenda.some(({ id, state }) => id === item && state === 'WAITING'),
      back: async () => {
        const { done } = await takeOff({ item, version });
        again();
        return done;
      },
    });
    again();
  };
  return (
    <li data-offer={one.why}>
      <span className="action-what">
        <strong>{title}</strong>
        <span className="hint line">
          {[one, ...also].map((each) => (
            <Why key={each.id} one={each} />
          ))}
          {ground ? <strong>{words.ground(tableWords.item.reasons[ground])}</strong> : null}
          {request ? <span>{request.reason ?? request.requestedCase?.reason}</span> : null}
          {isClosed ? <span>{words.closedMeans}</span> : null}
          {lacksReason ? <span>{words.reasonMeans}</span> : null}
        </span>
      </span>
      <span className="row-buttons">
        {isClosed || lacksReason ? null : (
          <Button isPending={busy || isThere} onPress={() => void take()} aria-label={words.of(isThere ? already : words.take, title)}>
            {isThere ? `● ${already}` : words.take}
          </Button>
        )}
        {request && mayDecline ? (
          <Button weight="quiet" onPress={() => decline(true)} aria-label={words.of(words.decline, title)}>
            {words.decline}
          </Button>
        ) : null}
      </span>
      {declining && request ? (
        <Decline
          request={request}
          close={() => decline(false)}
          done={() => {
            say({ sentence: words.declined(title) });
            again();
          }}
        />
      ) : null}
    </li>
  );
}

function Why({ one }: { one: OfferData }) {
  return (
    <>
      <span>{whyOf(one)}</span>
      {one.dueOn ? <span>{(one.why === 'MONITORING' ? words.monitoring : words.due)(dayAndWeekday(one.dueOn))}</span> : null}
    </>
  );
}

function Decline({ request, close, done }: { request: { id: string; version: number }; close: () => void; done: () => void }) {
  const [decline, busy] = useChange(DeclineRequest, { tell: false });
  return (
    <TextDialog
      title={words.decline}
      label={words.because}
      hint={words.becauseHint}
      field="reason"
      place={`decline:${request.id}`}
      base={request.version}
      text=""
      most={textLimits.DeclineOrder.reason}
      busy={busy}
      save={async (reason, version) => {
        const outcome = await decline({ request: request.id, reason, version });
        if (outcome.done) done();
        return outcome;
      }}
      close={close}
    />
  );
}

function titleOf({ request, card, issue, case: theCase }: OfferData): string {
  if (request) return requestTitle(request, words.closed, requestWords.own.caseOf);
  return card?.title ?? issue?.title ?? (theCase ? requestWords.own.caseOf(theCase.code) : words.closed);
}

function whyOf({ why, request, deferred, unfinished }: OfferData): string {
  if (why === 'REQUEST') return words.why.REQUEST(request?.team?.name ?? '', request?.requestedBy?.name ?? '');
  return why === 'CARRIED_OVER' ? words.why.CARRIED_OVER(deferred, unfinished) : words.why.MONITORING;
}
