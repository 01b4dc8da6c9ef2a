// As much of vitest as the policy's tests use, in one process and without a start: they are pure, and thousands of runs of them are due.
import { chai, JestAsymmetricMatchers, JestChaiExpect, JestExtend } from '@vitest/expect';

chai.use(JestExtend);
chai.use(JestChaiExpect);
chai.use(JestAsymmetricMatchers);

/** Tests declared since `forget()`, in their order. */
export let declared = [];
export const forget = () => {
  declared = [];
};

const spread = (row) => (Array.isArray(row) ? row : [row]);
const within = [];

export const it = (name, body) => declared.push({ name: [...within, name].join(' > '), body });
it.each = (rows) => (name, body) => {
  for (const [index, row] of rows.entries()) it(`${name} (${index})`, () => body(...spread(row)));
};

export const describe = (name, body) => {
  within.push(name);
  body();
  within.pop();
};
describe.each = (rows) => (name, body) => {
  for (const [index, row] of rows.entries()) describe(`${name} (${index})`, () => body(...spread(row)));
};

export const expect = (value, message) => chai.expect(value, message);
Object.assign(expect, chai.expect);
