import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { HeadFile } from '#server/hub/audit/head-file';
import { type Verdict, verifyAudit } from '#server/hub/audit/verify';
import { aTown, type Town } from '#test/kit/a-town';

export const KEY = 'key-of-the-tests-for-the-audit-chain';

/** A city whose audit is sealed, as the house opens it. */
export interface SealedTown extends Town {
  readonly dataDir: string;
  verify(): Promise<Verdict>;
  /** Waits until everything that is written is sealed. */
  sealed(): Promise<void>;
  /** As somebody who has the database in their hands, and the triggers out of the way. */
  tamper(sql: string, values?: unknown[]): Promise<void>;
}

export async function aSealedTown(): Promise<SealedTown> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'hub-audit-'));
  const town = await aTown({ sealing: { key: KEY, dataDir } });
  const verify = () => verifyAudit(town.database, KEY, new HeadFile(dataDir).entries());
  return {
    ...town,
    dataDir,
    verify,
    sealed: async () => {
      for (let tries = 0; tries < 100; tries += 1) {
        const { unsealed, links } = await verify();
        if (unsealed.count === 0 && links > 0) return;
        await sleep(200);
      }
      throw new Error('the audit was not sealed');
    },
    tamper: async (sql, values = []) => {
      const client = await town.database.pool.connect();
      try {
        await client.query("set session_replication_role = 'replica'");
        await client.query(sql, values);
      } finally {
        await client.query('reset session_replication_role').finally(() => client.release());
      }
    },
    close: async () => {
      await town.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
