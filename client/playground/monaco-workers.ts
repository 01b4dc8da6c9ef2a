import EditorWorker from 'monaco-editor/esm/vs/editor/editor.worker.js?worker';
import JsonWorker from 'monaco-editor/esm/vs/language/json/json.worker.js?worker';
import GraphQLWorker from 'monaco-graphql/esm/graphql.worker.js?worker';

/**
 * Tells the Monaco editor where its workers are: files of this host, as `worker-src 'self'` asks, never `blob:` or a CDN.
 * (`graphiql/setup-workers/vite` would do the same, but stops Vite's development server.) Call it before the first editor opens.
 */
export function installMonacoWorkers(): void {
  self.MonacoEnvironment = {
    getWorker(_id, label) {
      if (label === 'graphql') return new GraphQLWorker();
      if (label === 'json') return new JsonWorker();
      return new EditorWorker();
    },
  };
}
