// A module runner over this project's sources, with no server, no watcher and no config file: Vite and Oxc transform what is ours,
// exactly as under vitest, and what lies in node_modules is imported by Node itself. Shared by run.mjs and dev.mjs.
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** Opens an environment and its runner; `alias`: modules that stand in for others. What it has transformed it keeps; `changed(environment, file)` makes it forget one file. */
export async function openEnvironment({ alias = [] } = {}) {
  const { createRunnableDevEnvironment, resolveConfig } = await import('vite');
  const { NODE_ENV } = process.env; // Vite fills it in; whether the program runs in production is not Vite's to say
  const config = await resolveConfig(
    {
      root,
      configFile: false,
      envDir: false,
      logLevel: 'error',
      resolve: { alias },
      environments: {
        run: {
          consumer: 'server',
          dev: { moduleRunnerTransform: true },
          // As Node resolves: a package's `module` field would bring a second copy of graphql.
          resolve: { external: true, mainFields: [], conditions: ['node', 'module-sync'] },
        },
      },
    },
    'serve',
  );
  const environment = createRunnableDevEnvironment('run', config, { runnerOptions: { hmr: false }, hot: false });
  await environment.init();
  if (NODE_ENV === undefined) delete process.env.NODE_ENV;
  return environment;
}

/** After a change of one file: it is transformed again, and every module of ours is run anew. */
export function changed(environment, file) {
  environment.moduleGraph.onFileChange(file);
  environment.runner.clearCache();
}
