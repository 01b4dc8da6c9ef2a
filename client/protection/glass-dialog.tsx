import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { AskDialog } from '../administration/ask-dialog';
import { pause } from '../graphql/pause';
import { Choice } from '../ui/choice';
import { TextField } from '../ui/text-field';
import { useToast } from '../ui/toasts';
import { glassWords as words } from '../words/protection-words';
import { BreakGlass, OwnGlasses } from './glass-documents';
import { useGuarding } from './use-guarding';

const categories = Object.entries(words.categories).map(([id, name]) => ({ id, name }));
/** Another node may take a second to hear of it. */
const TRIES = 4;
const BETWEEN_MS = 400;

/** Opens one person in an emergency: of the case on the page, or by an exact code. */
export function GlassDialog({ one, close }: { one?: { readonly id: string; readonly code: string }; close: () => void }) {
  const say = useToast();
  const apollo = useApolloClient();
  const [code, setCode] = useState('');
  const [category, setCategory] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const { send, busy, problem } = useGuarding(BreakGlass);
  const [missing, setMissing] = useState(false);
  const open = async (): Promise<void> => {
    setMissing(category === null);
    if (category === null) return;
    const settle = async ({ breakGlass }: { breakGlass: string }): Promise<void> => {
      for (let tries = 0; tries < TRIES; tries += 1) {
        const { data } = await apollo.query({ query: OwnGlasses, fetchPolicy: 'network-only' });
        if (data?.ownGlasses.some(({ id }) => id === breakGlass)) return;
        await pause(BETWEEN_MS);
      }
    };
    if (!(await send({ input: { ...(one ? { case: one.id } : { code }), category, reason } }, settle))) return;
    say({ sentence: words.done });
    close();
  };
  return (
    <AskDialog title={words.title} submit={words.submit} busy={busy} problem={problem} send={open} close={close}>
      <p>{words.hint}</p>
      {one ? (
        <p>
          <strong>
            {words.code} {one.code}
          </strong>
        </p>
      ) : (
        <TextField
          label={words.code}
          hint={words.codeHint}
          value={code}
          onChange={setCode}
          fault={problem?.fields.code}
          isRequired
          autoFocus
          autoComplete="off"
        />
      )}
      <Choice
        label={words.category}
        none={words.chooseCategory}
        options={categories}
        value={category}
        choose={setCategory}
        {...(missing ? { fault: words.chooseCategory } : {})}
      />
      <TextField label={words.reason} most={400} value={reason} onChange={setReason} fault={problem?.fields.reason} isRequired />
    </AskDialog>
  );
}
