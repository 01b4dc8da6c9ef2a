import { type ParseArgsConfig, parseArgs } from 'node:util';
import { mendable } from './mendable';

/** A line for whoever sits at the terminal; what failed goes to standard error. Answers the code with which a command ends. */
export function say(line: string, code = 0): number {
  (code === 0 ? process.stdout : process.stderr).write(`${line}\n`);
  return code;
}

/** What a command was given; undefined when it is not understood. */
export function given<T extends ParseArgsConfig>(config: T): ReturnType<typeof parseArgs<T>> | undefined {
  try {
    return parseArgs(config);
  } catch {
    return undefined;
  }
}

/** Runs a command to its code; a fault is told in words where a person can mend it, and ends with 2. */
export function run(command: () => Promise<number>): void {
  command().then(
    (code) => {
      process.exitCode = code;
    },
    (fault: unknown) => {
      process.exitCode = say(mendable(fault) ?? (fault instanceof Error ? String(fault.stack) : String(fault)), 2);
    },
  );
}
