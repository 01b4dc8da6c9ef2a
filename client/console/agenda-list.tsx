import { useState } from 'react';
import { graphql } from '../graphql/graphql';
import { Button } from '../ui/button';
import { consoleWords } from '../words/console-words';
import { AddToAgenda } from './add-to-agenda';
import { AgendaRow } from './agenda-row';
import type { SessionData } from './session-data';

const words = consoleWords.agenda;

export const AgendaList_session = graphql`
  fragment AgendaList_session on Session {
    id
    version
    frontItem {
      id
    }
    agenda {
      id
      position
      letter
      kind
      state
      version
      card {
        id
        title
      }
      issue {
        id
        title
      }
      roles {
        id
      }
      actionItems {
        id
      }
    }
  }
`;

interface AgendaListProps {
  readonly session: SessionData;
  readonly selected: string | undefined;
  readonly select: (item: string) => void;
  readonly bring: (item: string) => void;
  readonly mayChange: boolean;
}

/** The agenda in its order. Selecting prepares, bringing to the front shows it to the room. */
export function AgendaList({ session, selected, select, bring, mayChange }: AgendaListProps) {
  const [adding, add] = useState(false);
  return (
    <section className="panel agenda" aria-labelledby="agenda-title">
      <h2 id="agenda-title">{words.title}</h2>
      {session.agenda.length === 0 ? <p className="hint">{words.empty}</p> : null}
      <ol>
        {session.agenda.map((item) => (
          <AgendaRow
            key={item.id}
            session={session.id}
            item={item}
            selected={item.id === selected}
            select={() => select(item.id)}
            bring={mayChange ? () => bring(item.id) : undefined}
          />
        ))}
      </ol>
      {mayChange ? <Button onPress={() => add(true)}>＋ {words.add}</Button> : null}
      {adding ? <AddToAgenda session={session} close={() => add(false)} /> : null}
    </section>
  );
}
