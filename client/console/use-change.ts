import type { TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useRef, useState } from 'react';
import type { Problem, Row } from '../graphql/problem';
import { requestKey } from '../graphql/request-key';
import { useToast } from '../ui/toasts';
import { consoleWords } from '../words/console-words';
import { offlineWords } from '../words/offline-words';
import { isAsSeen } from './conflict-rows';
import { useConflict } from './conflicts';
import { waitsAs } from './may-wait';
import { useOutbox } from './outbox-desk';
import { useReread } from './reread';
import { isUnheard, sendChange, sendImpatiently } from './send-change';

/**
 * What became of a change. `waits`: the hub is out of reach, and it is sent when the hub is back. Without that, without a problem and not
 * done: the person kept the other version, or the same change was still under way.
 */
export type Outcome<Answer> =
  | { readonly done: true; readonly answer: Answer }
  | { readonly done: false; readonly waits?: boolean; readonly problem?: Problem };

/** Whether what was typed is in safe hands: the hub's, or the desk's own until the hub is back. */
export function isTaken(outcome: Outcome<unknown>): boolean {
  return outcome.done || Boolean(outcome.waits);
}

/**
 * Makes the change. `seen`: what stood, as the API names it, where the change is made; whatever else moved on meanwhile is no conflict.
 * `landed` hears of the hub's answer, at once or after the change has waited.
 */
export type Change<Answer, Input> = (input: Input, seen?: Row, landed?: (answer: Answer) => void) => Promise<Outcome<Answer>>;

/**
 * Makes a change and sees it through: a conflict asks the person which version stands and, if it is theirs, sends it again on top of the
 * other. `tell: false` leaves other faults to the caller (a form shows them at its fields); otherwise they are said at the edge of the page.
 * While the hub is out of reach, what may wait goes into the outbox; what may not is refused, with the reason.
 */
export function useChange<Answer, Input extends object>(
  document: TypedDocumentNode<Answer, { input: Input }>,
  { tell = true }: { tell?: boolean } = {},
): readonly [change: Change<Answer, Input>, busy: boolean] {
  const apollo = useApolloClient();
  const say = useToast();
  const settle = useConflict();
  const reread = useReread();
  const outbox = useOutbox();
  const waitsHere = outbox && waitsAs(document);
  const running = useRef(false);
  const [busy, setBusy] = useState(false);

  const overtaken = (): Outcome<Answer> => {
    // Nothing was written that could be held against the other's: all there is to do is to look.
    reread();
    say({ sentence: consoleWords.conflict.overtaken });
    return { done: false };
  };

  const refuse = (problem: Problem): Outcome<Answer> => {
    if (tell) say({ sentence: problem.sentence });
    return { done: false, problem };
  };

  const seeThrough = async (input: Input, seen: Row | undefined, landed?: (answer: Answer) => void): Promise<Outcome<Answer>> => {
    const wait = (key?: string): Outcome<Answer> => {
      outbox?.add({ change: waitsHere as string, input: input as Row, seen }, key, landed);
      return { done: false, waits: true };
    };
    if (outbox?.isCutOff()) return waitsHere ? wait() : refuse({ code: 'OFFLINE', sentence: offlineWords.notNow, fields: {} });
    if (waitsHere && outbox?.isBusy()) return wait();
    const key = requestKey();
    const outcome = await (waitsHere ? sendImpatiently : sendChange)<Answer>(apollo, document, input, key);
    if (outcome.done) {
      landed?.(outcome.answer);
      return outcome;
    }
    const { code, current, yours } = outcome.problem;
    // It may have arrived: under the same key it takes effect once.
    if (waitsHere && isUnheard(outcome.problem)) return wait(key);
    if (code !== 'CONFLICT' || !current || !yours) return refuse(outcome.problem);
    if (Object.keys(yours).every((field) => field === 'version')) return overtaken();
    const mine = (seen && isAsSeen(current, seen)) || (await settle({ current, yours, ...(seen ? { seen } : {}) })) === 'rewrite';
    if (mine) return seeThrough({ ...input, version: current.version }, seen, landed);
    reread();
    say({ sentence: consoleWords.conflict.kept });
    return { done: false };
  };

  const change: Change<Answer, Input> = async (input, seen, landed) => {
    if (running.current) return { done: false };
    running.current = true;
    setBusy(true);
    try {
      return await seeThrough(input, seen, landed);
    } finally {
      running.current = false;
      setBusy(false);
    }
  };
  return [change, busy];
}
