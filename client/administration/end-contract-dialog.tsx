import { administrationWords } from '../words/administration-words';
import { EndContract } from './administration-changes';
import type { Contract } from './administration-document';
import { AskDialog } from './ask-dialog';
import { useOrder } from './use-order';

const words = administrationWords.contract;

/** Ends a contract, and with it whatever its people see, at once. */
export function EndContractDialog({ contract: { id, organization, people }, close }: { contract: Contract; close: () => void }) {
  const { send, busy, problem } = useOrder(EndContract);
  const end = async (): Promise<void> => {
    if (await send({ contract: id })) close();
  };
  const name = organization?.name ?? '';
  return (
    <AskDialog title={words.endOf(name)} submit={words.end} busy={busy} problem={problem} send={end} close={close}>
      <p>{words.endAsk(name, people.length)}</p>
    </AskDialog>
  );
}
