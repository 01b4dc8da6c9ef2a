import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import os from 'node:os';
import { type Target, targetText, type Verdict, verdictOf } from './targets';

/** One measured thing. */
export interface Line {
  readonly measure: string;
  readonly value: number;
  readonly least?: number;
  readonly greatest?: number;
  readonly unit: string;
  readonly target: string;
  readonly verdict: Verdict;
}

/** Collects lines as they are measured, prints them as one table, and keeps them as JSON. */
export class Report {
  readonly #lines: Line[] = [];
  readonly #facts: Record<string, string | number>;

  constructor(facts: Record<string, string | number>) {
    this.#facts = { ...machine(), ...facts };
  }

  add(
    measure: string,
    figure: number | { readonly median: number; readonly least: number; readonly greatest: number },
    unit: string,
    target: Target = {},
  ): void {
    const { median, ...range } = typeof figure === 'number' ? { median: figure } : figure;
    this.#lines.push({ measure, value: median, ...range, unit, target: targetText(target), verdict: verdictOf(median, target) });
  }

  fact(name: string, value: string): void {
    this.#facts[name] = value;
  }

  print(say: (line: string) => void): void {
    for (const [name, value] of Object.entries(this.#facts)) say(`${name.padEnd(12)} ${value}`);
    const rows = this.#lines.map(({ measure, target, verdict, ...figure }) => [measure, target, figureText(figure), verdict]);
    const table = [['measure', 'target', 'result (median, range)', ''], ...rows];
    const widths = [0, 1, 2, 3].map((column) => Math.max(...table.map((row) => (row[column] ?? '').length)));
    say('');
    for (const row of table)
      say(
        row
          .map((cell, column) => cell.padEnd(widths[column] ?? 0))
          .join('   ')
          .trimEnd(),
      );
    const of = (verdict: Verdict) => this.#lines.filter((line) => line.verdict === verdict).length;
    say('');
    say(`Promises: ${of('met')} met, ${of('not met')} not met, ${of('FAILED')} below the minimum; ${of('reported')} figures reported`);
  }

  write(file: string): void {
    writeFileSync(file, `${JSON.stringify({ facts: this.#facts, lines: this.#lines }, null, 2)}\n`);
  }

  get failed(): boolean {
    return this.#lines.some((line) => line.verdict === 'FAILED');
  }
}

function figureText({ value, least, greatest, unit }: Pick<Line, 'value' | 'least' | 'greatest' | 'unit'>): string {
  const text = (number: number) => (Math.abs(number) >= 100 ? String(Math.round(number)) : String(Number(number.toPrecision(3))));
  const range = least === undefined || greatest === undefined ? '' : ` (${text(least)}-${text(greatest)})`;
  return `${text(value)}${unit === '' ? '' : ` ${unit}`}${range}`;
}

function machine(): Record<string, string | number> {
  const [processor] = os.cpus();
  const commit = (() => {
    try {
      return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
    } catch {
      return 'unknown';
    }
  })();
  return {
    machine: `${os.cpus().length} x ${processor?.model ?? 'unknown'}, ${Math.round(os.totalmem() / 2 ** 30)} GB, ${os.type()} ${os.release()}`,
    load: `${os
      .loadavg()
      .map((each) => each.toFixed(2))
      .join(' ')} before the bench (ratios of a busy machine are worth little)`,
    node: process.version,
    commit,
  };
}
