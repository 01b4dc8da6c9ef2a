import { setTimeout as sleep } from 'node:timers/promises';
import type { ExecutionRequest, ExecutionResult, Executor } from '@graphql-tools/utils';
import { GraphQLError, parse } from 'graphql';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { log } from '#server/kernel/log';
import { Conflict, Denied } from '#server/kernel/problem';
import { guard } from './guard';

const name = { key: 'children', label: 'こども家庭' };
const question: ExecutionRequest = { document: parse('{ families { id } }') };
const change: ExecutionRequest = { document: parse('mutation { writeNote }') };
const canary = 'CANARY-やまなし花子';
const ask = (executor: (request: ExecutionRequest) => unknown, request = question, limitMs = 100) =>
  guard(name, executor as Executor, limitMs)(request) as Promise<ExecutionResult>;
const failing = (fault: Error) => () => ({
  data: { families: null },
  errors: [new GraphQLError(fault.message, { path: ['families'], originalError: fault })],
});

const logged = vi.spyOn(log, 'error');
beforeEach(() => {
  logged.mockReset().mockReturnValue();
});
afterEach(() => {
  expect(JSON.stringify(logged.mock.calls)).not.toContain(canary);
});

describe('the guard before a department', () => {
  it('hands on what is well', async () => {
    expect(await ask(() => ({ data: { families: [] } }))).toEqual({ data: { families: [] } });
    expect(logged).not.toHaveBeenCalled();
  });

  it('keeps the code, sentence and details of a problem that people may read', async () => {
    const { errors } = await ask(failing(new Conflict({ note: 'a' }, { note: 'b' })));
    expect(errors?.[0]?.toJSON()).toMatchObject({
      path: ['families'],
      extensions: { code: 'CONFLICT', department: 'children', current: { note: 'a' }, yours: { note: 'b' } },
    });
    expect((await ask(failing(new Denied()))).errors?.[0]?.message).toBe(new Denied().message);
    expect(logged).not.toHaveBeenCalled();
  });

  it('masks everything else, and logs where it was without its words', async () => {
    const { data, errors } = await ask(failing(new TypeError(`duplicate key (${canary})`)));
    expect(data).toEqual({ families: null });
    const { reference, ...rest } = errors?.[0]?.toJSON().extensions ?? {};
    expect(errors?.[0]?.message).toBe('こども家庭の記録はいま取得できません。');
    expect(rest).toEqual({ code: 'DEPARTMENT_UNAVAILABLE', department: 'children' });
    expect(JSON.stringify(errors)).not.toContain(canary);
    expect(logged).toHaveBeenCalledExactlyOnceWith(expect.any(String), {
      reference,
      department: 'children',
      faults: 1,
      fault: expect.stringMatching(/^TypeError at .*guard\.test/),
    });
  });

  it('masks what is thrown', async () => {
    const { data, errors } = await ask(() => {
      throw new Error(canary);
    });
    expect(data).toBeNull();
    expect(errors?.map((each) => each.extensions.code)).toEqual(['DEPARTMENT_UNAVAILABLE']);
  });

  it('waits no longer than the limit, and tells the executor', async () => {
    let signal: AbortSignal | undefined;
    const { errors } = await ask((request) => {
      signal = request.signal;
      return new Promise(() => {});
    });
    expect(errors?.[0]?.extensions.code).toBe('DEPARTMENT_UNAVAILABLE');
    expect(signal?.aborted).toBe(true);
    expect(logged.mock.calls[0]?.[1]).toMatchObject({ fault: 'no answer in time' });
  });

  it('answers at once, and does not ask, while the department is known not to answer', async () => {
    const executor = vi
      .fn()
      .mockRejectedValueOnce(new Error(canary))
      .mockResolvedValue({ data: { families: [] } });
    const guarded = guard(name, executor as Executor) as (request: ExecutionRequest) => Promise<ExecutionResult>;
    await guarded(question);
    expect((await guarded(question)).errors?.[0]?.extensions).toEqual({ code: 'DEPARTMENT_UNAVAILABLE', department: 'children' });
    expect(executor).toHaveBeenCalledTimes(1);
    expect(logged).toHaveBeenCalledTimes(1);
    await vi.waitFor(async () => expect(await guarded(question)).toEqual({ data: { families: [] } }), { timeout: 2_000, interval: 100 });
  });

  it('keeps the one who asks again from waiting for a department that still hangs, and takes its late answer as a sign of life', async () => {
    let late: (result: ExecutionResult) => void = () => undefined;
    const executor = vi
      .fn()
      .mockRejectedValueOnce(new Error())
      .mockReturnValueOnce(new Promise((done) => (late = done)))
      .mockResolvedValue({ data: {} });
    const guarded = guard(name, executor as Executor) as (request: ExecutionRequest) => Promise<ExecutionResult>;
    await guarded(question);
    await sleep(1_000);
    const began = performance.now();
    expect((await guarded(question)).data).toBeNull();
    expect(performance.now() - began).toBeLessThan(1_000);
    late({ data: {} });
    await sleep(0);
    expect(await guarded(question)).toEqual({ data: {} });
  });

  it('does not hold it against the department when the caller goes away', async () => {
    const caller = new AbortController();
    const executor = vi
      .fn()
      .mockReturnValueOnce(new Promise(() => {}))
      .mockResolvedValue({ data: {} });
    const guarded = guard(name, executor as Executor) as (request: ExecutionRequest) => Promise<ExecutionResult>;
    const left = guarded({ ...question, signal: caller.signal });
    caller.abort();
    await left;
    expect(await guarded(question)).toEqual({ data: {} });
    expect(logged).not.toHaveBeenCalled();
  });

  it('says of a change whether it may have arrived', async () => {
    const guarded = guard(name, (() => Promise.reject(new Error())) as Executor) as (request: ExecutionRequest) => Promise<ExecutionResult>;
    expect((await guarded(change)).errors?.[0]?.message).toContain('記録されたかどうかを確かめて');
    expect((await guarded(change)).errors?.[0]?.message).toContain('記録していません');
  });
});
