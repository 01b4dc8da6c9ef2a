import { GraphQLError } from 'graphql';
import { expect, it, vi } from 'vitest';
import { leaving } from './faults';

it('whoever asked too much, or at a busy hour, hears that it took too long and may ask again; the log keeps where', () => {
  const logged: string[] = [];
  vi.spyOn(process.stderr, 'write').mockImplementation((line) => logged.push(String(line)) > 0);
  const stopped = Object.assign(new Error('canceling statement due to statement timeout: 甲府太郎'), { code: '57014' });
  const { message, extensions } = leaving(new GraphQLError('', { originalError: stopped }));
  vi.restoreAllMocks();
  expect(message).toContain('時間がかかりすぎた');
  expect(extensions).toEqual({ code: 'UNAVAILABLE', retriable: true });
  expect(logged.join('')).toContain('57014');
  expect(logged.join('')).not.toContain('甲府太郎');
});
