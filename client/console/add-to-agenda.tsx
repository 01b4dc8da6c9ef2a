import { useQuery } from '@apollo/client/react';
import { mayPair, useMe } from '../app/use-me';
import { graphql } from '../graphql/graphql';
import { problemOf } from '../graphql/problem';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { ProblemNote } from '../ui/problem-note';
import { Skeleton } from '../ui/skeleton';
import { consoleWords } from '../words/console-words';
import { OfferedMatterList } from './offered-matters';
import { PutCase } from './put-case';
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
  const offers = (matter: string): boolean => session.matters.includes(matter);
  return (
    <Dialog title={words.add} wide close={close}>
      <OfferedMatterList session={session} mayDecline={mayPair(me)} />
      {offers('case') ? <PutCase session={session} close={close} /> : null}
      {offers('card') || offers('issue') ? <Approved session={session} offers={offers} /> : null}
      {offers('report') ? <TellingForm session={session} kind="report" close={close} /> : null}
      {offers('fiction') ? <TellingForm session={session} kind="fiction" close={close} /> : null}
    </Dialog>
  );
}

function Approved({ session, offers }: { session: SessionData; offers: (matter: string) => boolean }) {
  const { data, error, refetch } = useQuery(AgendaMatters);
  const [put, busy] = useChange(PutOnAgenda);
  const there = new Set(session.agenda.flatMap((item) => [item.card?.id, item.issue?.id]));
  const approved = data?.communityIssues.filter((issue) => issue.state === 'APPROVED') ?? [];
  return (
    <>
      {error && !data ? <ProblemNote problem={problemOf(error)} again={() => void refetch()} /> : null}
      {!data && !error ? <Skeleton /> : null}
      {data && offers('card') ? (
        <Matters
          title={words.cards}
          matters={data.cards}
          there={there}
          busy={busy}
          put={(card) => void put({ session: session.id, card })}
        />
      ) : null}
      {data && offers('issue') ? (
        <Matters
          title={words.issues}
          matters={approved}
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
  readonly there: ReadonlySet<string | undefined>;
  readonly busy: boolean;
  readonly put: (id: string) => void;
}

function Matters({ title, matters, there, busy, put }: MattersProps) {
  return (
    <section className="matters">
      <h3>{title}</h3>
      {matters.length === 0 ? <p className="hint">{words.none}</p> : null}
      <ul>
        {matters.map(({ id, title: name }) => (
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
