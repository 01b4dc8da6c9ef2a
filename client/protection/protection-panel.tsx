import { useState } from 'react';
import { Button } from '../ui/button';
import type { Option } from '../ui/choice';
import { Facts } from '../ui/facts';
import { eraDate } from '../words/era-date';
import { protectionWords as words } from '../words/protection-words';
import '../administration/administration.css';
import { EndingDialog, HoldersDialog, RenewDialog } from './change-dialogs';
import { EndingNote } from './ending-note';
import { ProtectDialog } from './protect-dialog';
import type { ProtectionData } from './protection-documents';

type Opened = 'register' | 'renew' | 'holders' | 'ending';

/**
 * The protection of the person of a case, for its holders; for others who serve somebody unprotected, the way to register one. Whoever is outside sees
 * neither: the page does not draw it for them.
 */
export function ProtectionPanel({
  protection,
  person,
  housemates,
}: {
  protection: ProtectionData | null;
  person: string | undefined;
  housemates: readonly Option[];
}) {
  const [opened, open] = useState<Opened>();
  const close = (): void => open(undefined);
  if (!protection && !person) return null;
  return (
    <section className="panel" aria-labelledby="protection-title">
      <h2 id="protection-title">{words.title}</h2>
      {protection ? <Standing protection={protection} open={open} /> : null}
      {!protection && person ? (
        <>
          <p className="hint">{words.register.hint}</p>
          <Button onPress={() => open('register')}>{words.register.open}</Button>
        </>
      ) : null}
      {opened === 'register' && person ? <ProtectDialog person={person} housemates={housemates} close={close} /> : null}
      {opened === 'renew' && protection ? <RenewDialog protection={protection} close={close} /> : null}
      {opened === 'holders' && protection ? <HoldersDialog protection={protection} close={close} /> : null}
      {opened === 'ending' && protection ? <EndingDialog protection={protection} close={close} /> : null}
    </section>
  );
}

function Standing({ protection, open }: { protection: ProtectionData; open: (what: Opened) => void }) {
  const { kind, registeredBy, holderTeams, validFrom, renewBy, otherParty, registrar, alert, endingAsker } = protection;
  return (
    <>
      {alert ? <p className="note">{words.alert[alert]}</p> : null}
      <Facts
        facts={[
          [words.facts.kind, kind],
          [words.facts.registeredBy, registeredBy],
          [words.facts.holders, holderTeams.map(({ name }) => name).join('・')],
          [words.facts.validFrom, eraDate(validFrom)],
          [words.facts.renewBy, eraDate(renewBy)],
          ...(otherParty ? ([[words.facts.otherParty, words.facts.recorded]] as const) : []),
          ...(registrar ? ([[words.facts.registrar, registrar.name]] as const) : []),
        ]}
      />
      <p className="hint">{words.holderHint}</p>
      {endingAsker ? <EndingNote protection={protection} holds /> : null}
      <p className="administration-buttons">
        <Button onPress={() => open('renew')}>{words.renew.open}</Button>
        <Button onPress={() => open('holders')}>{words.holders.open}</Button>
        {endingAsker ? null : (
          <Button weight="quiet" onPress={() => open('ending')}>
            {words.ending.open}
          </Button>
        )}
      </p>
    </>
  );
}
