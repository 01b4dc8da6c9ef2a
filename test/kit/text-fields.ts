import { readdirSync, readFileSync } from 'node:fs';

/** What draws a line to write in, and their own files, which draw it for others. */
const DRAWN = /<(?:TextField|Choice|Field|input|textarea)\s.*?\/>/gs;
const PRIMITIVES = /^(ui\/|sign-in\/field|playground\/)/;
/** No input method writes into these. */
const NO_TEXT = /\stype="(date|datetime-local|time|password|hidden|checkbox|radio|file)"/;

/** How many lines to write in each file of the client draws: file to number, read from the source. */
export function textFields(): Map<string, number> {
  const files = readdirSync('client', { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.tsx') && !PRIMITIVES.test(file));
  const counted = files.map((file) => {
    const drawn = readFileSync(`client/${file}`, 'utf8').match(DRAWN) ?? [];
    return [file.slice(0, -'.tsx'.length), drawn.filter((each) => !NO_TEXT.test(each)).length] as const;
  });
  return new Map(counted.filter(([, count]) => count > 0));
}
