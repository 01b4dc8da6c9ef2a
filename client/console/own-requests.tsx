import { useQuery } from '@apollo/client/react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useMe } from '../app/use-me';
import { Button } from '../ui/button';
import { useToast } from '../ui/toasts';
import { cityDay, dayAndWeekday } from '../words/era-date';
import { requestWords } from '../words/request-words';
import { RequestDialog } from './request-dialog';
import { OwnRequests, type RequestData, requestTitle, WithdrawRequest } from './request-document';
import { useChange } from './use-change';
import { useLastLooked } from './use-last-looked';

const words = requestWords.own;

/** What the own 担当 has asked conferences to speak of, and what it was answered; and how one asks. */
export function OwnRequestList() {
  const { data, refetch } = useQuery(OwnRequests, { fetchPolicy: 'cache-and-network' });
  const say = useToast();
  const [making, make] = useState(false);
  const requests = data?.agendaRequests ?? [];
  const asked = () => {
    say({ sentence: words.asked });
    void refetch();
  };
  return (
    <section className="panel session-group" data-part="requests">
      <div className="page-head">
        <h2>{words.title}</h2>
        <Button onPress={() => make(true)}>＋ {words.make}</Button>
      </div>
      <p className="hint">{requests.length === 0 ? `${words.hint}${words.none}` : words.hint}</p>
      {requests[0] ? <Answers requests={requests} newest={requests[0].changedAt} again={() => void refetch()} /> : null}
      {making ? <RequestDialog close={() => make(false)} asked={asked} /> : null}
    </section>
  );
}

/** Those of which something became last, first; and what somebody else has answered since this person last looked. */
function Answers({ requests, newest, again }: { requests: readonly RequestData[]; newest: string; again: () => void }) {
  const { me } = useMe();
  const before = useLastLooked('requests', me?.id ?? '', newest);
  return (
    <ul className="rows">
      {requests.map((request) => (
        <OwnRequest key={request.id} request={request} isNew={request.changedAt > before && isAnswered(request)} again={again} />
      ))}
    </ul>
  );
}

const isAnswered = ({ state, waitsAgain }: RequestData): boolean => waitsAgain || (state !== 'ASKED' && state !== 'WITHDRAWN');

function OwnRequest({ request, isNew, again }: { request: RequestData; isNew: boolean; again: () => void }) {
  const say = useToast();
  const [withdraw, busy] = useChange(WithdrawRequest);
  const { state, takenUpBy, declinedBecause, kindName, requestedBy, changedAt } = request;
  const title = requestTitle(request, words.hiddenCase, words.caseOf);
  const press = async (): Promise<void> => {
    if (!(await withdraw({ request: request.id, version: request.version })).done) return;
    say({ sentence: words.withdrew(title) });
    again();
  };
  return (
    <li className="row action-row" data-request={state}>
      <span className="action-what">
        <span className="line">
          <strong>{title}</strong>
          {isNew ? <span className="badge">{words.fresh}</span> : null}
        </span>
        <span className="hint line">
          <span>{kindName}</span>
          <span>{requestedBy?.name}</span>
          <span>{dayAndWeekday(cityDay(new Date(changedAt)))}</span>
          <span>{request.waitsAgain ? words.waitsAgain : words.state[state]}</span>
          {takenUpBy ? (
            <Link to="/sessions/$id" params={{ id: takenUpBy.id }}>
              {words.at(takenUpBy.number, dayAndWeekday(takenUpBy.heldOn), takenUpBy.title)}
            </Link>
          ) : null}
          {declinedBecause ? <span>{words.because(declinedBecause)}</span> : null}
        </span>
      </span>
      {state === 'ASKED' ? (
        <span className="row-buttons">
          <Button weight="quiet" isPending={busy} onPress={() => void press()} aria-label={`${words.withdraw}：${title}`}>
            {words.withdraw}
          </Button>
        </span>
      ) : null}
    </li>
  );
}
