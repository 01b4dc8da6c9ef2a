import type { IncomingMessage } from 'node:http';
import type { From } from './local-sign-in';

/** Where a request comes from. Behind a proxy of one's own the last address that it wrote down counts: what stands before that, anybody can write. */
export function fromOf(request: IncomingMessage, behindProxy: boolean): From {
  const forwarded = behindProxy
    ? String(request.headers['x-forwarded-for'] ?? '')
        .split(',')
        .at(-1)
        ?.trim()
    : undefined;
  return { address: forwarded || (request.socket.remoteAddress ?? ''), device: deviceOf(request.headers['user-agent'] ?? '') };
}

const browsers = [
  [/Edg\//, 'Edge'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
] as const;
const systems = [
  [/Windows/, 'Windows'],
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Mac OS/, 'macOS'],
  [/CrOS/, 'ChromeOS'],
  [/Linux/, 'Linux'],
] as const;

/** Enough to know one's own machine again, and no more than that: 「Edge（Windows）」. */
function deviceOf(agent: string): string {
  const browser = browsers.find(([pattern]) => pattern.test(agent))?.[1];
  const system = systems.find(([pattern]) => pattern.test(agent))?.[1];
  return browser ? `${browser}${system ? `（${system}）` : ''}` : '';
}
