import { expect, it } from 'vitest';
import { tenths } from './tenths';

it('a long work is told in tenths, each once, and its end even where less came than was expected', () => {
  const said: string[] = [];
  const tell = tenths((line) => said.push(line));
  for (const done of [1, 10, 11, 35, 90]) tell(done, 100);
  for (let end = 0; end < 2; end += 1) tell(1, 1);
  expect(said).toEqual(['  10%', '  30%', '  90%', '  100%']);
});
