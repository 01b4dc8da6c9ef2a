import { expect, it } from 'vitest';
import { lineLog } from './log';

it('the log writes no 個人番号, whoever logs it and in whatever form', () => {
  const lines: string[] = [];
  const log = lineLog((line) => lines.push(line));
  log.error('cannot read 1234-5678-9018', { reference: 'a1b2', fault: 'Int cannot represent 123456789018', id: 123456789018, rows: 3 });
  const [line = ''] = lines;
  expect(line.replace(/\D/g, '')).not.toContain('123456789018');
  expect(JSON.parse(line)).toMatchObject({ level: 'error', reference: 'a1b2', rows: 3 });
});
