import { expect, it } from 'vitest';
import { expectedNodeMajor, runningNodeMajor } from '#test/kit/node-in-use';

it('runs the tests themselves, not only their runner, on the Node that was chosen', () => {
  console.log(`test process: Node ${process.versions.node}`);
  expect(runningNodeMajor).toBe(expectedNodeMajor());
  expect(runningNodeMajor).toBeGreaterThanOrEqual(20);
});
