import { useState } from 'react';
import { Button } from '../ui/button';
import { administrationWords } from '../words/administration-words';
import { cityDay, eraDate } from '../words/era-date';
import type { Contract } from './administration-document';
import { type ContractChoices, ContractDialog } from './contract-dialog';
import { EndContractDialog } from './end-contract-dialog';
import { ExtensionDialog } from './extension-dialog';
import { momentWords } from './moment-words';

const words = administrationWords.contract;

type Opened = { readonly what: 'extend' | 'end'; readonly contract: Contract } | { readonly what: 'add' };

/** Who works for the city under contract: for what, until when, who of them reaches what, and who acknowledged the duty of secrecy. */
export function ContractsSection({ contracts, choices }: { contracts: readonly Contract[]; choices: ContractChoices }) {
  const [opened, open] = useState<Opened>();
  const close = (): void => open(undefined);
  return (
    <section className="panel" aria-labelledby="contract-title">
      <h2 id="contract-title">{words.title}</h2>
      <p className="hint">{words.lead}</p>
      <Button onPress={() => open({ what: 'add' })}>{words.add}</Button>
      {contracts.length === 0 ? <p className="hint">{administrationWords.none}</p> : null}
      <ul className="rows">
        {contracts.map((contract) => (
          <ContractRow key={contract.id} contract={contract} open={(what) => open({ what, contract })} />
        ))}
      </ul>
      {opened?.what === 'add' ? <ContractDialog choices={choices} close={close} /> : null}
      {opened?.what === 'extend' ? <ExtensionDialog contract={opened.contract} close={close} /> : null}
      {opened?.what === 'end' ? <EndContractDialog contract={opened.contract} close={close} /> : null}
    </section>
  );
}

function ContractRow({ contract, open }: { contract: Contract; open: (what: 'extend' | 'end') => void }) {
  const { organization, programme, team, people, validFrom, validUntil, endedAt } = contract;
  const name = organization?.name ?? '';
  const isOver = Boolean(endedAt) || validUntil < cityDay();
  return (
    <li className="row" data-contract={standingOf(contract)}>
      <span>
        <strong>{name}</strong>　{programme?.number} {programme?.name}
        <span className="hint line">
          <span>{words.standing[standingOf(contract)]}</span>
          <span>{endedAt ? words.ended(momentWords(endedAt)) : words.period(eraDate(validFrom), eraDate(validUntil))}</span>
          <span>{team ? words.opens(team.name) : words.noTeam}</span>
          <span>{words.people(people.map((one) => one.name).join('・'))}</span>
          <span>{secrecyOf(contract)}</span>
        </span>
      </span>
      {isOver ? null : (
        <span className="administration-buttons">
          <Button weight="quiet" aria-label={words.extendOf(name)} onPress={() => open('extend')}>
            {words.extend}
          </Button>
          <Button weight="quiet" aria-label={words.endOf(name)} onPress={() => open('end')}>
            {words.end}
          </Button>
        </span>
      )}
    </li>
  );
}

function standingOf({ counts, endedAt, validFrom, validUntil }: Contract): keyof typeof words.standing {
  if (counts) return 'COUNTS';
  if (endedAt || validUntil < cityDay()) return 'OVER';
  return validFrom > cityDay() ? 'BEFORE' : 'UNSWORN';
}

function secrecyOf({ secrecyAcknowledgedAt, secrecyAcknowledgedBy }: Contract): string {
  if (!secrecyAcknowledgedAt) return words.unsworn;
  return words.sworn(secrecyAcknowledgedBy ?? '', eraDate(cityDay(new Date(secrecyAcknowledgedAt))));
}
