import { GraphiQL, HISTORY_PLUGIN } from 'graphiql';
import { useMemo } from 'react';
import { BookmarkIcon } from './bookmark-icon';
import { examplesFor } from './examples';
import { ExamplesPane } from './examples-pane';
import type { HubConnection } from './hub-connection';
import type { Person } from './person';
import { personalStorage } from './personal-storage';
import { words } from './words';

/** GraphiQL over the hub, as the signed-in person: their contract's schema, their examples, their tabs. */
export function Playground({ person, hub }: { person: Person; hub: HubConnection }) {
  const storage = useMemo(() => personalStorage(person.id), [person.id]);
  const examplesPlugin = useMemo(
    () => ({ title: words.examples, icon: BookmarkIcon, content: () => <ExamplesPane person={person} ask={hub.ask} /> }),
    [person, hub],
  );
  const plugins = useMemo(() => [examplesPlugin, HISTORY_PLUGIN], [examplesPlugin]);
  return (
    <GraphiQL
      fetcher={hub.fetcher}
      storage={storage}
      plugins={plugins}
      visiblePlugin={examplesPlugin.title}
      defaultQuery={examplesFor(person.audience)[0]?.query ?? ''}
      defaultTheme="light"
      isHeadersEditorEnabled={false}
      shouldPersistHeaders={false}
      inputValueDeprecation
      schemaDescription
    >
      <GraphiQL.Logo>
        <a className="back" href="/">
          {words.back}
        </a>
        <span>{words.here(person.name)}</span>
      </GraphiQL.Logo>
    </GraphiQL>
  );
}
