import { Button } from '../ui/button';
import { ProblemNote } from '../ui/problem-note';
import { administrationWords } from '../words/administration-words';
import { eraDate } from '../words/era-date';
import { EndContract } from './administration-changes';
import type { Contract } from './administration-document';
import { momentWords } from './moment-words';
import { useOrder } from './use-order';

const words = administrationWords.contract;

/** Who works for the city under contract, until when, and whether the duty of secrecy is acknowledged. */
export function ContractsSection({ contracts }: { contracts: readonly Contract[] }) {
  return (
    <section className="panel" aria-labelledby="contract-title">
      <h2 id="contract-title">{words.title}</h2>
      <p className="hint">{words.lead}</p>
      {contracts.length === 0 ? <p className="hint">{administrationWords.none}</p> : null}
      <ul className="rows">
        {contracts.map((contract) => (
          <ContractRow key={contract.id} contract={contract} />
        ))}
      </ul>
    </section>
  );
}

function ContractRow({ contract }: { contract: Contract }) {
  const { id, organization, programme, validFrom, validUntil, secrecyAcknowledgedAt, endedAt, counts } = contract;
  const { send, busy, problem } = useOrder(EndContract);
  const name = organization?.name ?? '';
  return (
    <li className="row">
      <span>
        <strong>{name}</strong>　{programme?.number} {programme?.name}
        <span className="hint line">
          <span>{words.period(eraDate(validFrom), eraDate(validUntil))}</span>
          <span>{secrecyAcknowledgedAt ? words.sworn(momentWords(secrecyAcknowledgedAt)) : words.unsworn}</span>
          <span>{endedAt ? words.ended(momentWords(endedAt)) : counts ? words.counts : words.idle}</span>
        </span>
        {problem ? <ProblemNote problem={problem} /> : null}
      </span>
      {endedAt ? null : (
        <Button weight="quiet" isPending={busy} aria-label={words.endOf(name)} onPress={() => void send({ contract: id })}>
          {words.end}
        </Button>
      )}
    </li>
  );
}
