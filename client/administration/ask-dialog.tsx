import type { FormEvent, ReactNode } from 'react';
import type { Problem } from '../graphql/problem';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { ProblemNote } from '../ui/problem-note';
import { administrationWords } from '../words/administration-words';
import { appWords } from '../words/app-words';

/** A window that asks for something: fields, what is wrong with them, and one button. */
export function AskDialog({
  title,
  submit = administrationWords.form.ask,
  busy,
  problem,
  send,
  close,
  children,
}: {
  title: string;
  submit?: string;
  busy: boolean;
  problem: Problem | undefined;
  send: () => Promise<void>;
  close: () => void;
  children: ReactNode;
}) {
  const press = (event: FormEvent): void => {
    event.preventDefault();
    void send();
  };
  return (
    <Dialog title={title} close={close}>
      <form onSubmit={press}>
        {problem ? <ProblemNote problem={problem} /> : null}
        {children}
        <div className="dialog-buttons">
          <Button onPress={close}>{appWords.cancel}</Button>
          <Button weight="main" type="submit" isPending={busy}>
            {submit}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
