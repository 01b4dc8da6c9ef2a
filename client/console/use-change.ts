import type { TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useRef, useState } from 'react';
import { type Problem, problemOf, type Row } from '../graphql/problem';
import { useToast } from '../ui/toasts';
import { consoleWords } from '../words/console-words';
import { isAsSeen } from './conflict-rows';
import { useConflict } from './conflicts';
import { useReread } from './reread';

/** What became of a change. Without a problem and not done: the person kept the other version, or the same change was still under way. */
export type Outcome<Answer> = { readonly done: true; readonly answer: Answer } | { readonly done: false; readonly problem?: Problem };

/** Makes the change. `seen`: what stood, as the API names it, where the change is made; whatever else moved on meanwhile is no conflict. */
export type Change<Answer, Input> = (input: Input, seen?: Row) => Promise<Outcome<Answer>>;

/**
 * Makes a change and sees it through: a conflict asks the person which version stands and, if it is theirs, sends it again on top of the
 * other. `tell: false` leaves other faults to the caller (a form shows them at its fields); otherwise they are said at the edge of the page.
 */
export function useChange<Answer, Input extends object>(
  document: TypedDocumentNode<Answer, { input: Input }>,
  { tell = true }: { tell?: boolean } = {},
): readonly [change: Change<Answer, Input>, busy: boolean] {
  const apollo = useApolloClient();
  const say = useToast();
  const settle = useConflict();
  const reread = useReread();
  const running = useRef(false);
  const [busy, setBusy] = useState(false);

  const attempt = async (input: Input): Promise<Outcome<Answer>> => {
    try {
      const { data } = await apollo.mutate({ mutation: document, variables: { input } });
      return { done: true, answer: data as Answer };
    } catch (error) {
      return { done: false, problem: problemOf(error) };
    }
  };

  /** Nothing was written that could be held against the other's: all there is to do is to look. */
  const overtaken = (): Outcome<Answer> => {
    reread();
    say({ sentence: consoleWords.conflict.overtaken });
    return { done: false };
  };

  const seeThrough = async (input: Input, seen: Row | undefined): Promise<Outcome<Answer>> => {
    const outcome = await attempt(input);
    if (outcome.done || !outcome.problem) return outcome;
    const { code, sentence, current, yours } = outcome.problem;
    if (code === 'CONFLICT' && current && yours) {
      if (Object.keys(yours).every((field) => field === 'version')) return overtaken();
      const mine = (seen && isAsSeen(current, seen)) || (await settle({ current, yours })) === 'rewrite';
      if (mine) return seeThrough({ ...input, version: current.version }, seen);
      reread();
      say({ sentence: consoleWords.conflict.kept });
      return { done: false };
    }
    if (tell) say({ sentence });
    return outcome;
  };

  const change: Change<Answer, Input> = async (input, seen) => {
    if (running.current) return { done: false };
    running.current = true;
    setBusy(true);
    try {
      return await seeThrough(input, seen);
    } finally {
      running.current = false;
      setBusy(false);
    }
  };
  return [change, busy];
}
