// A test runner for Stryker that runs the tests of server/access in its own process. Stryker's runner for vitest starts a worker for every
// mutant, which costs a hundred times what the policy's tests do.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';

const ROOM = 'server/access';

class PolicyRunner {
  #runner;
  #vitest;

  capabilities() {
    return { reloadEnvironment: true };
  }

  /** Stryker has put us into its copy of the project, where the policy has all its mutants in it, each asleep. */
  async init() {
    const { openEnvironment } = await import(pathToFileURL(path.resolve('scripts/runner.mjs')).href);
    const shim = path.resolve('test/mutation/vitest.mjs');
    const environment = await openEnvironment({ alias: [{ find: /^vitest$/, replacement: shim }] });
    this.#runner = environment.runner;
  }

  async dryRun() {
    const tests = await this.#run();
    return { status: 'complete', tests };
  }

  async mutantRun({ activeMutant }) {
    globalThis.__stryker__ = { ...globalThis.__stryker__, activeMutant: activeMutant.id };
    const tests = await this.#run().catch((fault) => [failed('loading the tests', fault)]);
    const killers = tests.filter(({ status }) => status === 1);
    const nrOfTests = tests.length;
    if (killers.length === 0) return { status: 'survived', nrOfTests };
    return { status: 'killed', killedBy: killers.map(({ id }) => id), failureMessage: killers[0].failureMessage, nrOfTests };
  }

  /** Every module anew, since a mutant may sit in what runs once when a module is loaded. Stops at the first test that fails. */
  async #run() {
    this.#runner.clearCache();
    this.#vitest = await this.#runner.import(pathToFileURL(path.resolve('test/mutation/vitest.mjs')).href);
    const results = [];
    for (const name of readdirSync(ROOM).filter((each) => each.endsWith('.test.ts'))) {
      this.#vitest.forget();
      await this.#runner.import(pathToFileURL(path.resolve(ROOM, name)).href);
      for (const test of this.#vitest.declared) {
        results.push(await outcome(test));
        if (results.at(-1).status === 1) return results;
      }
    }
    return results;
  }
}

const failed = (name, fault) => ({ id: name, name, timeSpentMs: 0, status: 1, failureMessage: String(fault?.message ?? fault) });

async function outcome({ name, body }) {
  try {
    await body();
    return { id: name, name, timeSpentMs: 0, status: 0 };
  } catch (fault) {
    return failed(name, fault);
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'policy', PolicyRunner)];
