import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Check } from './check';
import { houseFiles } from './house-files';

const code = /^(server|client|seeds|test|scripts)\/.*\.(ts|tsx|mjs)$/;
const warnAbove = 250;
const failAbove = 400;

/** Files stay readable in one sitting: more than 250 lines is said, more than 400 fails. */
export const houseSize: Check = {
  name: 'house size',
  sees: 'files',
  async run(root) {
    const files = (await houseFiles(root)).filter((file) => code.test(file));
    const sizes = files.map((file) => ({ file, lines: readFileSync(path.join(root, file), 'utf8').trimEnd().split('\n').length }));
    const say = ({ file, lines }: { file: string; lines: number }) => `${file}: ${lines} lines`;
    return {
      saw: files.length,
      faults: sizes.filter(({ lines }) => lines > failAbove).map(say),
      warnings: sizes.filter(({ lines }) => lines > warnAbove && lines <= failAbove).map(say),
    };
  },
};
