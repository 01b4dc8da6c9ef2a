import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type DocumentNode, Kind, type OperationDefinitionNode, parse } from 'graphql';
import { vi } from 'vitest';
import type { Audience } from '#server/access/viewer';

/** A question that a screen of the house asks. */
export interface StoredOperation {
  readonly name: string;
  readonly audience: Audience;
  /** One of the playground's, rather than of a screen that keeps what it is answered. */
  readonly isExample: boolean;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
}

let reading = 0;

/** Every operation of the client, those that no module gives out included: whatever is written with the `graphql` template is heard of. */
export async function storedOperations(): Promise<StoredOperation[]> {
  // A set: what a file takes from another may be evaluated there once more, and the same text is the same document.
  const written = new Set<DocumentNode>();
  reading += 1;
  vi.doMock('../../client/graphql/graphql', async () => {
    const { gql } = await vi.importActual<typeof import('@apollo/client')>('@apollo/client');
    return {
      graphql: (text: TemplateStringsArray, ...fragments: DocumentNode[]) => {
        const document = gql(text, ...fragments);
        written.add(document);
        return document;
      },
    };
  });
  // Evaluated for this alone: other tests of the same process may have read the file before.
  for (const file of sources('client').filter((name) => / = graphql[`<]/.test(readFileSync(name, 'utf8'))))
    await import(/* @vite-ignore */ `${path.resolve(file)}?stored=${reading}`);
  const { boardDisplay } = await import('../../client/display/board-document');
  const { examples } = await import('../../client/playground/examples');
  vi.doUnmock('../../client/graphql/graphql');
  return [
    ...[...written].flatMap((document) => operationsOf(document, 'staff')),
    ...operationsOf(parse(boardDisplay), 'display'),
    ...examples.flatMap(({ query, audience }) => operationsOf(parse(query), audience, true)),
  ];
}

function sources(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => /\.tsx?$/.test(name) && !/\.test\./.test(name)).map((name) => path.join(folder, name));
}

function operationsOf(document: DocumentNode, audience: Audience, isExample = false): StoredOperation[] {
  return document.definitions.flatMap((operation) =>
    operation.kind === Kind.OPERATION_DEFINITION ? [{ name: operation.name?.value ?? '', audience, isExample, document, operation }] : [],
  );
}
