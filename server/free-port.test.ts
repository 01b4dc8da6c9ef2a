import net, { type AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { insistOnFree } from './free-port';
import { mendable } from './mendable';

it('a port that somebody has is told in words at once, and a free one stays free', async () => {
  const other = net.createServer();
  await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
  const { port } = other.address() as AddressInfo;
  const fault = await insistOnFree(port, '127.0.0.1').catch((each: unknown) => each);
  expect(mendable(fault)).toContain(`ポート ${port} は別の処理が使っています。`);
  await new Promise((done) => other.close(done));
  for (let time = 0; time < 2; time += 1) await insistOnFree(port, '127.0.0.1');
});
