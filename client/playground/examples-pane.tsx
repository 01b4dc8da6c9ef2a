import { useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { Kind, parse } from 'graphql';
import { type Example, examplesFor } from './examples';
import { type Ask, fillIn } from './fill-in';
import type { Person } from './person';
import { useReadableEditors } from './use-readable-editors';
import { words } from './words';

/** The side pane with the examples that fit `person`, each opening in a new tab ready to run, and the help beneath. */
export function ExamplesPane({ person, ask }: { person: Person; ask: Ask }) {
  useReadableEditors();
  const open = useOpenInNewTab(ask);
  return (
    <section className="examples" aria-label={words.examples}>
      <h2>{words.examples}</h2>
      <p>{words.pick}</p>
      <ol>
        {examplesFor(person.audience).map((example) => (
          <li key={example.title}>
            <button type="button" onClick={() => void open(example)}>
              {example.title}
            </button>
          </li>
        ))}
      </ol>
      {person.audience !== 'staff' && <p className="note">{words.analystOnly}</p>}
      <ul>
        {words.help.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
        <li lang="ja">{words.buttons}</li>
      </ul>
    </section>
  );
}

function useOpenInNewTab(ask: Ask) {
  const { addTab, stop, setOperationFacts } = useGraphiQLActions();
  const { queryEditor, variableEditor } = useGraphiQL(({ queryEditor, variableEditor }) => ({ queryEditor, variableEditor }));
  return async (example: Example): Promise<void> => {
    const variables = await fillIn(example, ask);
    stop(); // a subscription of the tab we leave would write its answers into the new one
    addTab();
    queryEditor?.setValue(`# ${example.title}\n${example.query}\n`);
    variableEditor?.setValue(JSON.stringify(variables, null, 2));
    // GraphiQL reads the new text only after a pause; pressing run before that would ask for the last tab's operation.
    const documentAST = parse(example.query);
    const operations = documentAST.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
    setOperationFacts({ documentAST, operations, operationName: operations[0]?.name?.value });
  };
}
