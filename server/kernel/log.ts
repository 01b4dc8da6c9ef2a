import { holdsMyNumber } from './my-number';

export type LogLevel = 'info' | 'warn' | 'error';

/** Facts beside a message: ids, counts, durations. Never a name, an address, a note or a bound parameter. */
export type LogFacts = Readonly<Record<string, string | number | boolean | undefined>>;

export interface Log {
  info(message: string, facts?: LogFacts): void;
  warn(message: string, facts?: LogFacts): void;
  error(message: string, facts?: LogFacts): void;
}

/** A log that hands each entry, as one JSON line, to `write`. A text that holds a 個人番号 is not written, whoever logs it. */
export function lineLog(write: (line: string) => void): Log {
  const at =
    (level: LogLevel) =>
    (message: string, facts: LogFacts = {}) =>
      write(JSON.stringify({ at: new Date().toISOString(), level, message, ...facts }, withoutMyNumber));
  return { info: at('info'), warn: at('warn'), error: at('error') };
}

function withoutMyNumber(_key: string, value: unknown): unknown {
  return (typeof value === 'string' || typeof value === 'number') && holdsMyNumber(String(value))
    ? '（個人番号とみられるため伏せました）'
    : value;
}

/** Where the process logs: standard error, so that standard output stays for answers. */
export const log: Log = lineLog((line) => process.stderr.write(`${line}\n`));
