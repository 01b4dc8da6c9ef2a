import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { BadSettings } from '#server/settings';

/** Which invented city it is: the same three give the same rows, wherever they are sown. */
export interface Town {
  /** The day it lives on, ISO. */
  readonly anchor: string;
  readonly seed: number;
  readonly scale: number;
}

const town = z.object({ anchor: z.iso.date(), seed: z.int(), scale: z.number().positive() });

/** The city that the hub of this data directory has sown, or undefined when it has not said. Throws `BadSettings` when the file is no such thing. */
export function readTown(dataDir: string): Town | undefined {
  try {
    return town.parse(JSON.parse(readFileSync(fileIn(dataDir), 'utf8')));
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new BadSettings([`「${fileIn(dataDir)}」を読めません。消してから、ハブを起動し直してください。`]);
  }
}

/** The hub says which city it has sown, so that a department in a process of its own sows the same one. */
export function writeTown(dataDir: string, { anchor, seed, scale }: Town): void {
  mkdirSync(dataDir, { recursive: true });
  const draft = `${fileIn(dataDir)}.new`;
  writeFileSync(draft, `${JSON.stringify({ anchor, seed, scale })}\n`);
  renameSync(draft, fileIn(dataDir));
}

const fileIn = (dataDir: string) => path.join(dataDir, 'town.json');
