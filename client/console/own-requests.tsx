import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { Button } from '../ui/button';
import { useToast } from '../ui/toasts';
import { dayAndWeekday } from '../words/era-date';
import { requestWords } from '../words/request-words';
import { RequestDialog } from './request-dialog';
import { OwnRequests, type RequestData, requestTitle, WithdrawRequest } from './request-document';
import { useChange } from './use-change';

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
      <ul className="rows">
        {requests.map((request) => (
          <OwnRequest key={request.id} request={request} again={() => void refetch()} />
        ))}
      </ul>
      {making ? <RequestDialog close={() => make(false)} asked={asked} /> : null}
    </section>
  );
}

function OwnRequest({ request, again }: { request: RequestData; again: () => void }) {
  const say = useToast();
  const [withdraw, busy] = useChange(WithdrawRequest);
  const { state, takenOn, declinedBecause, kindName, requestedBy } = request;
  const title = requestTitle(request, words.hiddenCase, words.caseOf);
  const press = async (): Promise<void> => {
    if (!(await withdraw({ request: request.id, version: request.version })).done) return;
    say({ sentence: words.withdrew(title) });
    again();
  };
  return (
    <li className="row action-row" data-request={state}>
      <span className="action-what">
        <strong>{title}</strong>
        <span className="hint line">
          <span>{kindName}</span>
          <span>{requestedBy?.name}</span>
          <span>{words.state[state]}</span>
          {takenOn ? <span>{words.on(dayAndWeekday(takenOn))}</span> : null}
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
