import { useState } from 'react';
import { graphql } from '../graphql/graphql';
import { Button } from '../ui/button';
import { consoleWords } from '../words/console-words';
import { AddToAgenda } from './add-to-agenda';
import { AgendaRow } from './agenda-row';
import type { SessionData } from './session-data';
import type { AgendaChoice } from './use-agenda-choice';

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
      title
      words
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
      caseItem {
        id
        case {
          id
          code
        }
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
  readonly choice: AgendaChoice;
  /** Absent for people who may only look. */
  readonly bring?: (item: string) => void;
}

/** The agenda in its order. Picking an item opens it on the desk, bringing it to the front shows it to the room. */
export function AgendaList({ session, choice, bring }: AgendaListProps) {
  const [adding, add] = useState(false);
  return (
    <section className="panel agenda" aria-labelledby="agenda-title">
      <h2 id="agenda-title">{words.title}</h2>
      {session.agenda.length === 0 ? <p className="hint">{bring ? words.empty : words.emptyYet}</p> : null}
      <ol>
        {session.agenda.map((item) => (
          <AgendaRow
            key={item.id}
            session={session}
            item={item}
            picked={item.id === choice.picked}
            shown={item.id === choice.shown?.id}
            pick={() => choice.pick(item.id)}
            bring={bring ? () => bring(item.id) : undefined}
          />
        ))}
      </ol>
      {bring ? <Button onPress={() => add(true)}>＋ {words.add}</Button> : null}
      {adding ? <AddToAgenda session={session} close={() => add(false)} /> : null}
    </section>
  );
}
