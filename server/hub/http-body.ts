import type { IncomingMessage } from 'node:http';

const MOST_BODY = 1024 * 1024;

/** The whole body as text, or 'too large'. What is left of one that is too large is thrown away by Node, once there is an answer. */
export async function readBody(request: IncomingMessage): Promise<string | 'too large'> {
  if (Number(request.headers['content-length'] ?? 0) > MOST_BODY) return 'too large';
  const chunks: Buffer[] = [];
  let size = 0;
  // Leaving the loop must not take the connection down: the refusal is still to be sent.
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MOST_BODY) return 'too large';
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** The body as a value where it says that it is JSON, as text where it does not. */
export function parseBody(request: IncomingMessage, body: string): unknown {
  if (!/^application\/(json|graphql\+json|graphql-response\+json)/i.test(request.headers['content-type'] ?? '')) return body;
  try {
    return JSON.parse(body);
  } catch {
    return 'not JSON';
  }
}
