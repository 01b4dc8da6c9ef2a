import { useQuery } from '@apollo/client/react';
import { mayPair, useMe } from '../app/use-me';
import { graphql } from '../graphql/graphql';
import { problemOf } from '../graphql/problem';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { ProblemNote } from '../ui/problem-note';
import { Skeleton } from '../ui/skeleton';
import { consoleWords } from '../words/console-words';
import { requestWords } from '../words/request-words';
import { offeredId } from './offer-rows';
import { OfferedMatterList } from './offered-matters';
import { PutCase } from './put-case';
import { type OfferData, OfferedMatters } from './request-document';
import { PutOnAgenda } from './session-changes';
import type { SessionData } from './session-data';
import { TellingForm } from './telling-form';
import { useChange } from './use-change';

const words = consoleWords.agenda;

interface Matter {
  readonly id: string;
  readonly title: string;
}

const AgendaMatters = graphql<{ cards: readonly Matter[]; communityIssues: readonly (Matter & { readonly state: string })[] }>`
  query AgendaMatters {
    cards(state: APPROVED) {
      id
      title
    }
    communityIssues {
      id
      title
      state
    }
  }
`;

/** Offers what a conference of this kind may hear of. Stays open for cards and issues, so that several can be put on in one go. */
export function AddToAgenda({ session, close }: { session: SessionData; close: () => void }) {
  const { me } = useMe();
  const { data, error, refetch } = useQuery(OfferedMatters, { variables: { session: session.id }, fetchPolicy: 'network-only' });
  const offers = (matter: string): boolean => session.matters.includes(matter);
  const offered = data?.offeredMatters;
  const there = new Set(session.agenda.flatMap(({ card, issue, caseItem }) => (card ?? issue ?? caseItem?.case)?.id ?? []));
  // The lists wait for the offers: nothing may go from under the finger once it stands there.
  const isReady = Boolean(offered ?? error);
  const lists = { session, there, offered: offered ?? [] };
  return (
    <Dialog title={words.add} wide close={close}>
      <section className="matters">
        <h3>{requestWords.offered.title}</h3>
        <p className="hint">{requestWords.offered.hint}</p>
        {error && !offered ? <ProblemNote problem={problemOf(error)} again={() => void refetch()} /> : null}
        {!offered && !error ? <Skeleton /> : null}
        {offered ? <OfferedMatterList {...lists} mayDecline={mayPair(me)} again={() => void refetch()} /> : null}
      </section>
      {isReady && offers('case') ? <PutCase session={session} offered={lists.offered} close={close} /> : null}
      {isReady && (offers('card') || offers('issue')) ? <Approved {...lists} offers={offers} /> : null}
      {offers('report') ? <TellingForm session={session} kind="report" close={close} /> : null}
      {offers('fiction') ? <TellingForm session={session} kind="fiction" close={close} /> : null}
    </Dialog>
  );
}

interface ApprovedProps {
  readonly session: SessionData;
  readonly offered: readonly OfferData[];
  /** What is on the agenda already. */
  readonly there: ReadonlySet<string>;
  readonly offers: (matter: string) => boolean;
}

/** What has been approved and stands among the offers not yet: whoever takes it there takes the request along. */
function Approved({ session, offered, there, offers }: ApprovedProps) {
  const { data, error, refetch } = useQuery(AgendaMatters);
  const [put, busy] = useChange(PutOnAgenda);
  const above = new Set(offered.flatMap((one) => offeredId(one) ?? []));
  const approved = data?.communityIssues.filter((issue) => issue.state === 'APPROVED') ?? [];
  return (
    <>
      {error && !data ? <ProblemNote problem={problemOf(error)} again={() => void refetch()} /> : null}
      {!data && !error ? <Skeleton /> : null}
      {data && offers('card') ? (
        <Matters
          title={words.cards}
          matters={data.cards}
          above={above}
          there={there}
          busy={busy}
          put={(card) => void put({ session: session.id, card })}
        />
      ) : null}
      {data && offers('issue') ? (
        <Matters
          title={words.issues}
          matters={approved}
          above={above}
          there={there}
          busy={busy}
          put={(issue) => void put({ session: session.id, issue })}
        />
      ) : null}
    </>
  );
}

interface MattersProps {
  readonly title: string;
  readonly matters: readonly Matter[];
  /** What is among the offers. */
  readonly above: ReadonlySet<string>;
  readonly there: ReadonlySet<string>;
  readonly busy: boolean;
  readonly put: (id: string) => void;
}

function Matters({ title, matters, above, there, busy, put }: MattersProps) {
  const listed = matters.filter(({ id }) => !above.has(id));
  return (
    <section className="matters">
      <h3>{title}</h3>
      {listed.length < matters.length ? <p className="hint">{requestWords.offered.elsewhere}</p> : null}
      {matters.length === 0 ? <p className="hint">{words.none}</p> : null}
      <ul>
        {listed.map(({ id, title: name }) => (
          <li key={id}>
            <span>{name}</span>
            {/* The button stays when it has done its work: a focus that vanishes with it would leave the keyboard nowhere. */}
            <Button
              weight="quiet"
              isPending={busy || there.has(id)}
              onPress={() => put(id)}
              aria-label={`${there.has(id) ? words.already : words.put}：${name}`}
            >
              {there.has(id) ? `● ${words.already}` : words.put}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
