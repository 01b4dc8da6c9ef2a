import type { ExecutionRequest, Executor } from '@graphql-tools/utils';
import { type DocumentNode, print } from 'graphql';
import { z } from 'zod';
import type { Viewer } from '#server/access/viewer';
import type { ChangeContext } from '#server/database/change';
import { houseViewer } from './actor-token';
import { answerReader } from './answer-reader';
import { askableSchema } from './askable-schema';
import { callDepartment, type RemoteDepartment } from './department-call';
import { DepartmentFault } from './department-fault';
import { isChange } from './is-change';
import { tellAsked } from './tell-asked';

/** For calls that nobody else has set a limit to. */
const LIMIT_MS = 1_500;

/**
 * Membership of conferences stays at home: no department's policy reads it, and it could tell of a 支援会議. So does what was opened in an
 * emergency: a department keeps nothing of who somebody is, and its own records are not opened by it.
 */
const abroad = ({ brokenGlass, ...viewer }: Viewer): Viewer => ({ ...viewer, sessions: [] });

/**
 * Asks a department in a process of its own, as the viewer in `request.context`. `sdl` is what the department was composed with; its answers
 * are held to it. Gives up when `request.signal` says so. Throws `DepartmentFault`; run it behind `guard`, which masks it.
 */
export function remoteExecutor(department: RemoteDepartment & { readonly sdl: string }): Executor {
  const schema = askableSchema(department.sdl);
  const read = answerReader(schema);
  const ask = async (request: ExecutionRequest<Record<string, unknown>, ChangeContext>) => {
    const { context, signal } = request;
    if (!context) throw new Error('a call to a department needs a viewer');
    const order = {
      query: textOf(request.document),
      variables: request.variables,
      operationName: request.operationName,
      ...(context.idempotencyKey && isChange(request) ? { extensions: { idempotencyKey: context.idempotencyKey } } : {}),
    };
    tellAsked(schema, request, context);
    // The unit's transaction holds a client, on the embedded database the only one: nobody waits for a department with it in hand.
    await context.unit.rest();
    return read(request, await callDepartment(department, abroad(context.viewer), order, signal ?? AbortSignal.timeout(LIMIT_MS)));
  };
  return ask as Executor;
}

const service = z.object({ data: z.object({ _service: z.object({ sdl: z.string().min(1) }) }) });

/** The SDL that a department offers, asked like everything else with a signed call. Throws `DepartmentFault`. */
export async function fetchSdl(department: RemoteDepartment): Promise<string> {
  const answer = await callDepartment(department, houseViewer, { query: '{ _service { sdl } }' }, AbortSignal.timeout(LIMIT_MS));
  const read = service.safeParse(answer);
  if (!read.success) throw new DepartmentFault('not what was asked');
  return read.data.data._service.sdl;
}

const texts = new WeakMap<DocumentNode, string>();

/** The planner hands over the same nodes again and again. */
function textOf(document: DocumentNode): string {
  const text = texts.get(document) ?? print(document);
  texts.set(document, text);
  return text;
}
