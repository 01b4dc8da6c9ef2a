import type { TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useRef, useState } from 'react';
import { type Problem, problemOf } from '../graphql/problem';
import { useToast } from '../ui/toasts';
import { consoleWords } from '../words/console-words';
import { useConflict } from './conflicts';
import { useReread } from './reread';

/** What became of a change. Without a problem and not done: the person kept the other version, or the same change was still under way. */
export type Outcome<Answer> = { readonly done: true; readonly answer: Answer } | { readonly done: false; readonly problem?: Problem };

/**
 * Makes a change and sees it through: a conflict asks the person which version stands and, if it is theirs, sends it again on top of the
 * other. `tell: false` leaves other faults to the caller (a form shows them at its fields); otherwise they are said at the edge of the page.
 * `untold`: no frame of the board tells of this change, so the board is read again after it.
 */
export function useChange<Answer, Input extends object>(
  document: TypedDocumentNode<Answer, { input: Input }>,
  { tell = true, untold = false }: { tell?: boolean; untold?: boolean } = {},
): readonly [change: (input: Input) => Promise<Outcome<Answer>>, busy: boolean] {
  const apollo = useApolloClient();
  const say = useToast();
  const settle = useConflict();
  const reread = useReread();
  const running = useRef(false);
  const [busy, setBusy] = useState(false);

  const attempt = async (input: Input): Promise<Outcome<Answer>> => {
    try {
      const { data } = await apollo.mutate({ mutation: document, variables: { input } });
      if (untold) reread();
      return { done: true, answer: data as Answer };
    } catch (error) {
      return { done: false, problem: problemOf(error) };
    }
  };

  const seeThrough = async (input: Input): Promise<Outcome<Answer>> => {
    const outcome = await attempt(input);
    if (outcome.done || !outcome.problem) return outcome;
    const { code, sentence, current, yours } = outcome.problem;
    if (code === 'CONFLICT' && current && yours) {
      if ((await settle({ current, yours })) === 'rewrite') return seeThrough({ ...input, version: current.version });
      reread();
      say({ sentence: consoleWords.conflict.kept });
      return { done: false };
    }
    if (tell) say({ sentence });
    return outcome;
  };

  const change = async (input: Input): Promise<Outcome<Answer>> => {
    if (running.current) return { done: false };
    running.current = true;
    setBusy(true);
    try {
      return await seeThrough(input);
    } finally {
      running.current = false;
      setBusy(false);
    }
  };
  return [change, busy];
}
