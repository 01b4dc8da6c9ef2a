import { administrationWords } from '../words/administration-words';
import { SuspendSignIn } from './administration-changes';
import type { StaffAccount } from './administration-document';
import { AskDialog } from './ask-dialog';
import { useOrder } from './use-order';

const words = administrationWords.staff;

/** Ends every sign-in of somebody, at once. */
export function SuspendDialog({ who, close }: { who: StaffAccount; close: () => void }) {
  const { send, busy, problem } = useOrder(SuspendSignIn);
  const suspend = async (): Promise<void> => {
    if (await send({ staff: who.id })) close();
  };
  return (
    <AskDialog
      title={words.suspendOf(who.name)}
      submit={administrationWords.form.do}
      busy={busy}
      problem={problem}
      send={suspend}
      close={close}
    >
      <p>{words.suspendAsk(who.name)}</p>
    </AskDialog>
  );
}
