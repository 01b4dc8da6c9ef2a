import 'reflect-metadata';
import { mkdirSync } from 'node:fs';
import { closeWhenAsked } from './close-when-asked';
import { openHouse } from './house';
import { mendable } from './mendable';
import { readSettings } from './settings';

/** Opens the house, and closes it in reverse when asked to stop. */
async function main(): Promise<void> {
  const settings = readSettings();
  mkdirSync(settings.dataDir, { recursive: true });
  const house = await openHouse(settings, (line) => process.stdout.write(`${line}\n`));
  closeWhenAsked(() => house.close());
}

main().catch((fault: unknown) => {
  const words = mendable(fault);
  process.stderr.write(`${words ?? (fault instanceof Error ? fault.stack : String(fault))}\n`);
  process.exit(words ? 2 : 1);
});
