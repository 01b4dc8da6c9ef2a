import { useState } from 'react';
import { Button } from '../ui/button';
import { ProblemNote } from '../ui/problem-note';
import { administrationWords } from '../words/administration-words';
import { eraDate } from '../words/era-date';
import { RevokeService } from './administration-changes';
import type { Named, ServiceAccount } from './administration-document';
import { momentWords } from './moment-words';
import { ServiceDialog } from './service-dialog';
import { useOrder } from './use-order';

const words = administrationWords.service;

/** Programs of departments: what each may, until when, and when it was last here. */
export function ServicesSection({ services, teams }: { services: readonly ServiceAccount[]; teams: readonly Named[] }) {
  const [isAsking, ask] = useState(false);
  return (
    <section className="panel" aria-labelledby="service-title">
      <h2 id="service-title">{words.title}</h2>
      <p className="hint">{words.lead}</p>
      <Button onPress={() => ask(true)}>{words.add}</Button>
      {services.length === 0 ? <p className="hint">{administrationWords.none}</p> : null}
      <ul className="rows">
        {services.map((service) => (
          <ServiceRow key={service.id} service={service} />
        ))}
      </ul>
      {isAsking ? <ServiceDialog teams={teams} close={() => ask(false)} /> : null}
    </section>
  );
}

function ServiceRow({ service: { id, name, team, purpose, scopes, expiresOn, revokedAt, lastUsedAt } }: { service: ServiceAccount }) {
  const { send, busy, problem } = useOrder(RevokeService);
  return (
    <li className="row">
      <span>
        <strong>{name}</strong> {team?.name}　{purpose}
        <span className="hint line">
          <span>{scopes.map((scope) => administrationWords.scope[scope] ?? scope).join('・')}</span>
          <span>{revokedAt ? words.revoked : words.until(eraDate(expiresOn))}</span>
          <span>{lastUsedAt ? words.used(momentWords(lastUsedAt)) : words.unused}</span>
        </span>
        {problem ? <ProblemNote problem={problem} /> : null}
      </span>
      {revokedAt ? null : (
        <Button weight="quiet" isPending={busy} aria-label={words.revokeOf(name)} onPress={() => void send({ service: id })}>
          {words.revoke}
        </Button>
      )}
    </li>
  );
}
