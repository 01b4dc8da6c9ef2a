import 'reflect-metadata';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { closeWhenAsked } from './close-when-asked';
import { wakeEmbedded } from './database/wake-embedded';
import { mendable } from './mendable';
import { readSettings } from './settings';

/**
 * Opens the house, and closes it in reverse when asked to stop. The embedded database opens in its thread while the house is still being read
 * from its many files: neither waits for the other.
 */
async function main(): Promise<void> {
  const settings = readSettings();
  mkdirSync(settings.dataDir, { recursive: true });
  const embedded = settings.databaseUrl ? undefined : wakeEmbedded({ directory: path.join(settings.dataDir, 'postgres') });
  embedded?.catch(() => undefined); // told by whoever takes it over
  const { openHouse } = await import('./house');
  const house = await openHouse(settings, (line) => process.stdout.write(`${line}\n`), { ...(embedded ? { embedded } : {}) });
  closeWhenAsked(() => house.close());
}

main().catch((fault: unknown) => {
  const words = mendable(fault);
  process.stderr.write(`${words ?? (fault instanceof Error ? fault.stack : String(fault))}\n`);
  process.exit(words ? 2 : 1);
});
