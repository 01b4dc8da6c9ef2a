import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { problemOf } from '../graphql/problem';
import { useToast } from '../ui/toasts';
import { minutesWords as words } from '../words/minutes-words';
import { ExportMinutes, type Minutes, type MinutesForm } from './minutes-document';
import { saveFile } from './save-file';

export type FileKind = 'docx' | 'xlsx';

interface TakingOut {
  readonly print: () => void;
  readonly save: (kind: FileKind) => void;
  readonly busy: boolean;
}

/** Takes minutes out of the system: first the hub writes down that they leave, and then they do. What cannot be written down stays. */
export function useTakingOut(minutes: Minutes): TakingOut {
  const apollo = useApolloClient();
  const say = useToast();
  const [busy, setBusy] = useState(false);
  const { session, level } = minutes;

  const recorded = async (form: MinutesForm): Promise<boolean> => {
    try {
      await apollo.mutate({ mutation: ExportMinutes, variables: { input: { session, level, form } } });
      return true;
    } catch (error) {
      say({ sentence: problemOf(error).sentence });
      return false;
    }
  };
  const print = async (): Promise<void> => {
    if (await recorded('PRINT')) window.print();
  };
  const save = async (kind: FileKind): Promise<void> => {
    if (busy) return;
    setBusy(true);
    try {
      if (!(await recorded('FILE'))) return;
      const name = `${words.file(minutes.title, minutes.heldOn, words.levels[level].name)}.${kind}`;
      saveFile(await fileOf(minutes, kind), name);
      say({ sentence: words.made(name) });
    } catch {
      say({ sentence: words.failed });
    } finally {
      setBusy(false);
    }
  };
  return { print: () => void print(), save: (kind) => void save(kind), busy };
}

/** What writes the files is fetched when somebody wants one. */
async function fileOf(minutes: Minutes, kind: FileKind): Promise<Blob> {
  if (kind === 'docx') return (await import('./word-file')).wordFile(minutes, words.title);
  return (await import('./excel-file')).excelFile(minutes, words.title);
}
