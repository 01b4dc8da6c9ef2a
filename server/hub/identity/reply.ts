import type { IncomingMessage, ServerResponse } from 'node:http';
import { Invalid, Problem } from '#server/kernel/problem';
import { holdsNul } from '../null-character';

const MOST_BODY = 16 * 1024;
const statuses: Readonly<Record<string, number>> = {
  INVALID: 400,
  UNAUTHENTICATED: 401,
  DENIED: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  UNAVAILABLE: 503,
};

/** What a door of identity answers: JSON, or somewhere else to go. */
export interface Reply {
  readonly status?: number;
  readonly body?: unknown;
  /** For whoever opened an address by hand. */
  readonly text?: string;
  readonly cookies?: readonly string[];
  readonly location?: string;
}

export function send(response: ServerResponse, { status = 200, body, text, cookies = [], location }: Reply): void {
  const content = text ?? (body === undefined ? '' : JSON.stringify(body));
  response.writeHead(location ? 303 : content === '' ? 204 : status, {
    'cache-control': 'no-store',
    ...(content === ''
      ? {}
      : { 'content-type': `${text ? 'text/plain' : 'application/json'}; charset=utf-8`, 'content-length': Buffer.byteLength(content) }),
    ...(cookies.length > 0 ? { 'set-cookie': [...cookies] } : {}),
    ...(location ? { location } : {}),
  });
  response.end(content);
}

/** A problem in words, as the pages of signing in read it; anything else is thrown on. */
export function problemReply(fault: unknown): Reply {
  if (!(fault instanceof Problem)) throw fault;
  const { code, message, details } = fault;
  return { status: details.tooMany ? 429 : (statuses[code] ?? 400), body: { code, message, fields: details.fields ?? {} } };
}

/** The body of a request as text, 16 kB at most. */
export async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MOST_BODY) throw new Invalid('送られた内容が大きすぎます。');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** The body as an object of texts. */
export async function fieldsOf(request: IncomingMessage): Promise<Readonly<Record<string, string>>> {
  const given = parsed(await bodyOf(request));
  if (typeof given !== 'object' || given === null || Array.isArray(given)) throw new Invalid('本文がJSONとして読めません。');
  const texts = Object.entries(given).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  if (texts.some(([, text]) => holdsNul(text))) throw new Invalid('使えない文字（NUL）が入っています。取り除いてください。');
  return Object.fromEntries(texts);
}

function parsed(text: string): unknown {
  try {
    return text === '' ? {} : JSON.parse(text);
  } catch {
    return undefined;
  }
}
