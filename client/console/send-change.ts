import type { ApolloClient, DocumentNode } from '@apollo/client';
import { Viewer } from '../app/use-me';
import { type Problem, problemOf } from '../graphql/problem';
import type { Edit, Sent } from '../offline/outbox';
import { consoleWords } from '../words/console-words';
import { mayWait } from './may-wait';

/** After so long without an answer a change waits: a line that swallows everything answers after minutes, or never. */
const PATIENCE_MS = 5_000;

/** What became of a change. Without a problem and not done: the person kept the other version, or the same change was still under way. */
export type Tried<Answer> = { readonly done: true; readonly answer: Answer } | { readonly done: false; readonly problem: Problem };

/** Sends a change under its key. */
export async function sendChange<Answer>(
  apollo: ApolloClient,
  mutation: DocumentNode,
  input: object,
  idempotencyKey: string,
): Promise<Tried<Answer>> {
  try {
    const { data } = await apollo.mutate({ mutation, variables: { input }, context: { idempotencyKey } });
    return { done: true, answer: data as Answer };
  } catch (error) {
    return { done: false, problem: problemOf(error) };
  }
}

/** The same, given up as unheard when no answer comes. */
export function sendImpatiently<Answer>(...order: Parameters<typeof sendChange>): Promise<Tried<Answer>> {
  const unheard: Tried<Answer> = { done: false, problem: problemOf(undefined) };
  const late = new Promise<Tried<Answer>>((resolve) => setTimeout(() => resolve(unheard), PATIENCE_MS));
  return Promise.race([sendChange<Answer>(...order), late]);
}

/** Whether nothing was decided: the hub was not reached, or cannot decide just now. */
export function isUnheard({ code }: Problem): boolean {
  return code === 'OFFLINE' || code === 'UNAVAILABLE';
}

/** Whether it is still this account that is signed in. */
export async function whoseDesk(apollo: ApolloClient, account: string): Promise<'mine' | 'lost' | 'ended'> {
  const asked = apollo.query({ query: Viewer, fetchPolicy: 'no-cache' }).then(
    ({ data }) => (data?.me?.id === account ? 'mine' : 'ended'),
    (error) => (problemOf(error).code === 'UNAUTHENTICATED' ? 'ended' : 'lost'),
  );
  return Promise.race([asked, new Promise<'lost'>((resolve) => setTimeout(() => resolve('lost'), PATIENCE_MS))]);
}

/** Sends an edit that has waited. */
export async function sendEdit(apollo: ApolloClient, { change, input, key }: Edit): Promise<Sent> {
  const document = mayWait[change as keyof typeof mayWait];
  if (!document) return { state: 'refused', sentence: consoleWords.conflict.overtaken };
  const tried = await sendImpatiently<Record<string, { id: string; version: number }>>(apollo, document, input, key);
  if (tried.done) return { state: 'sent', answer: tried.answer, row: Object.values(tried.answer).find((row) => row?.version) };
  const { problem } = tried;
  const { code, sentence, current, yours } = problem;
  if (isUnheard(problem)) return { state: 'lost' };
  if (code === 'UNAUTHENTICATED') return { state: 'ended' };
  if (code !== 'CONFLICT' || !current || !yours) return { state: 'refused', sentence };
  const nothingToChoose = Object.keys(yours).every((field) => field === 'version');
  return nothingToChoose ? { state: 'refused', sentence: consoleWords.conflict.overtaken } : { state: 'conflict', current, yours };
}
