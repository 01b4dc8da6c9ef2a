import { mkdirSync } from 'node:fs';
import net, { type AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '#server/database/source';
import { mendable } from './mendable';
import { BadSettings } from './settings';

/** Somebody else on a port. */
const other = net.createServer();
beforeAll(() => new Promise<void>((done) => void other.listen(0, '127.0.0.1', done)));
afterAll(() => other.close());
const taken = () => (other.address() as AddressInfo).port;

const faultOf = (work: () => unknown): Promise<unknown> =>
  Promise.resolve()
    .then(work)
    .then(
      () => undefined,
      (fault: unknown) => fault,
    );
const opening = (url: string) => faultOf(() => openDatabase({ url, entities: [], migrations: [] }));
const sentence = /^[^\n]*[ぁ-ん][^\n]*。$/;

describe('a fault that a person at the terminal can mend is told in a sentence', () => {
  it.each([
    ['127.0.0.1', 'PostgreSQL（127.0.0.1:1）が応答しません'],
    ['localhost', /^PostgreSQL（(127\.0\.0\.1|::1):1）が応答しません/],
  ])('when PostgreSQL is not at %s', async (host, said) => {
    const words = mendable(await opening(`postgres://hub@${host}:1/hub`));
    expect(words).toMatch(said);
    expect(words).toMatch(sentence);
  });

  it.each(['28000', '28P01', '3D000', '42501', '53300', '57P03', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT'])(
    'when PostgreSQL, or the way to it, answers %s',
    (code) => {
      expect(mendable(Object.assign(new Error('in English'), { code }))).toMatch(sentence);
    },
  );

  it('when a statement took longer than it may', () => {
    expect(mendable(Object.assign(new Error('canceling statement'), { code: '57014' }))).toMatch(sentence);
  });

  it('when the port is taken', async () => {
    const fault = await new Promise((failed) => net.createServer().once('error', failed).listen(taken(), '127.0.0.1'));
    expect(mendable(fault)).toContain(`ポート ${taken()} は別の処理が使っています。PORT に`);
    expect(mendable(fault, '--port')).toContain('--port に');
  });

  it('when a file lies where the data should', async () => {
    expect(mendable(await faultOf(() => mkdirSync('package.json', { recursive: true })))).toMatch(
      /package\.json: 同じ名前のファイル.*HUB_DATA_DIR/,
    );
  });

  it('when settings are wrong, with all of them', () => {
    expect(mendable(new BadSettings(['PORT: 数字で', 'HOST: 空には']))).toMatch(/PORT: 数字で\n.*HOST: 空には$/);
  });
});

it('any other fault keeps its stack', () => {
  for (const fault of [new TypeError('x is no function'), Object.assign(new Error('sql'), { code: '42P01' }), undefined, 'thrown', null])
    expect(mendable(fault)).toBeUndefined();
});
