import { useState } from 'react';
import { Button } from '../ui/button';
import { administrationWords } from '../words/administration-words';
import { eraDate } from '../words/era-date';
import type { Named, StaffAccount } from './administration-document';
import type { Handed } from './handed-dialog';
import { LinkDialog } from './link-dialog';
import { RightsDialog } from './rights-dialog';
import { roleNames } from './role-names';
import { SetupDialog } from './setup-dialog';
import { SuspendDialog } from './suspend-dialog';

const words = administrationWords.staff;

type Opened = { readonly what: 'rights' | 'setup' | 'link' | 'suspend'; readonly who: StaffAccount } | { readonly what: 'add' };

/** Everybody who may sign in, what they may, and what can be asked for them. */
export function StaffSection({
  staff,
  teams,
  contractors,
  hand,
}: {
  staff: readonly StaffAccount[];
  teams: readonly Named[];
  contractors: readonly Named[];
  hand: (handed: Handed) => void;
}) {
  const [opened, open] = useState<Opened>();
  const close = (): void => open(undefined);
  return (
    <section className="panel" aria-labelledby="staff-title">
      <h2 id="staff-title">{words.title}</h2>
      <Button onPress={() => open({ what: 'add' })}>{words.add}</Button>
      <ul className="rows">
        {staff.map((who) => (
          <StaffRow key={who.id} who={who} open={(what) => open({ what, who })} />
        ))}
      </ul>
      {opened?.what === 'add' ? <RightsDialog teams={teams} contractors={contractors} close={close} /> : null}
      {opened?.what === 'rights' ? <RightsDialog who={opened.who} teams={teams} contractors={contractors} close={close} /> : null}
      {opened?.what === 'setup' ? <SetupDialog who={opened.who} close={close} hand={hand} /> : null}
      {opened?.what === 'link' ? <LinkDialog who={opened.who} close={close} /> : null}
      {opened?.what === 'suspend' ? <SuspendDialog who={opened.who} close={close} /> : null}
    </section>
  );
}

function StaffRow({ who, open }: { who: StaffAccount; open: (what: 'rights' | 'setup' | 'link' | 'suspend') => void }) {
  const { name, roles, team, organization, isAtWork, activeUntil, login, hasSecondFactor, isLinked, suspendedAt } = who;
  const facts = [
    roleNames(roles),
    team?.name,
    organization?.name,
    isAtWork ? undefined : words.away,
    activeUntil ? words.until(eraDate(activeUntil)) : undefined,
    login ? words.login(login) : words.noLogin,
    hasSecondFactor ? words.factor : undefined,
    isLinked ? words.linked : undefined,
  ];
  return (
    <li className="row">
      <span>
        <strong>{name}</strong> {suspendedAt ? <span>{words.suspended}</span> : null}
        <span className="hint line">
          {facts.filter(Boolean).map((fact) => (
            <span key={fact}>{fact}</span>
          ))}
        </span>
      </span>
      <span className="administration-buttons">
        <Button weight="quiet" aria-label={words.changeOf(name)} onPress={() => open('rights')}>
          {words.change}
        </Button>
        <Button weight="quiet" aria-label={words.setupOf(name)} onPress={() => open('setup')}>
          {words.setup}
        </Button>
        <Button weight="quiet" aria-label={words.linkOf(name)} onPress={() => open('link')}>
          {words.link}
        </Button>
        <Button weight="quiet" aria-label={words.suspendOf(name)} onPress={() => open('suspend')}>
          {words.suspend}
        </Button>
      </span>
    </li>
  );
}
