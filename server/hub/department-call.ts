import type { KeyObject } from 'node:crypto';
import type { Viewer } from '#server/access/viewer';
import { bodyHash, signActor } from './actor-token';
import { DepartmentFault } from './department-fault';

/** Where a department in a process of its own answers, and the key with which the hub signs what it asks. */
export interface RemoteDepartment {
  /** Key of the department, and name of its subgraph. */
  readonly name: string;
  readonly url: string;
  readonly key: KeyObject;
}

/** A GraphQL request as it goes over the wire. */
export interface GraphQLOrder {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>> | undefined;
  readonly operationName?: string | undefined;
  /** Under the signature like everything else in the body. */
  readonly extensions?: { readonly idempotencyKey?: string };
}

const LARGEST_ANSWER = 4 * 1024 * 1024;

/**
 * Sends one signed call and reads the JSON of its answer. Every call stands for itself: two viewers never share one, however alike they
 * are. Throws `DepartmentFault` for everything that can go wrong, `signal` included.
 */
export async function callDepartment(
  { name, url, key }: RemoteDepartment,
  viewer: Viewer,
  order: GraphQLOrder,
  signal: AbortSignal,
): Promise<unknown> {
  const body = JSON.stringify(order);
  const token = await signActor(key, { viewer, audience: name, bodyHash: bodyHash(body) });
  const headers = { 'content-type': 'application/json', accept: 'application/json', authorization: `Actor ${token}` };
  try {
    // A redirect would carry the call, and the viewer in it, to an address that nobody listed.
    return await jsonOf(await fetch(url, { method: 'POST', headers, body, redirect: 'error', signal }));
  } catch (fault) {
    if (fault instanceof DepartmentFault) throw fault;
    throw new DepartmentFault(signal.aborted ? 'no answer in time' : 'out of reach');
  }
}

async function jsonOf(response: Response): Promise<unknown> {
  const isJson = /^application\/(graphql-response\+)?json\b/.test(response.headers.get('content-type') ?? '');
  if (response.status !== 200 || !isJson) {
    await response.body?.cancel();
    throw response.status === 200 ? new DepartmentFault('not JSON') : new DepartmentFault('refused', response.status);
  }
  const bytes = await limited(response);
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new DepartmentFault('not JSON');
  }
}

/** Counted as it comes, unpacked: what a header says of the length proves nothing. */
async function limited(response: Response): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > LARGEST_ANSWER) throw new DepartmentFault('too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
