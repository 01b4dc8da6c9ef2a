import { useState } from 'react';
import { Button } from '../ui/button';
import { Facts } from '../ui/facts';
import { ProblemNote } from '../ui/problem-note';
import { useToast } from '../ui/toasts';
import { wordOf } from '../words/case-words';
import { consentCodes as codes, consentWords as words } from '../words/consent-words';
import { cityDay, dayAndWeekday, eraDate } from '../words/era-date';
import { FinishReview } from './consent-changes';
import { ConsentDialog, type Giver } from './consent-dialog';
import type { ConsentData, ConsentsData, ReviewData } from './consents-document';
import { useCaseChange } from './use-case-change';
import { Why } from './why';
import { WithdrawDialog } from './withdraw-dialog';

type Opened = { readonly kind: 'give' } | { readonly kind: 'renew' | 'withdraw'; readonly consent: ConsentData };

/** What the people of a case have agreed to, with all its terms; whoever serves the case records, renews and withdraws here. */
export function ConsentsSection({
  caseId,
  data,
  givers,
  serves,
  leads,
}: {
  caseId: string;
  data: ConsentsData;
  givers: readonly Giver[];
  /** Whether the viewer's 担当 serves the case, and whether it is the 主担当. */
  serves: boolean;
  leads: boolean;
}) {
  const [opened, open] = useState<Opened>();
  const close = (): void => open(undefined);
  return (
    <section className="panel" aria-labelledby="consents-title">
      <h2 id="consents-title">{words.title}</h2>
      <Why section={words.title} paths={['consents']} />
      {data.reviews
        .filter(({ doneAt }) => !doneAt)
        .map((review) => (
          <Review key={review.id} review={review} leads={leads} />
        ))}
      {data.consents.length === 0 ? <p className="hint">{words.none}</p> : null}
      <ul className="rows">
        {data.consents.map((consent) => (
          <ConsentRow
            key={consent.id}
            consent={consent}
            name={nameOf(consent, givers)}
            mayRenew={serves && consent.withdrawable}
            open={(kind) => open({ kind, consent })}
          />
        ))}
      </ul>
      {serves ? <Button onPress={() => open({ kind: 'give' })}>{words.give}</Button> : null}
      {opened?.kind === 'withdraw' ? <WithdrawDialog consent={opened.consent} close={close} /> : null}
      {opened && opened.kind !== 'withdraw' ? (
        <ConsentDialog caseId={caseId} givers={givers} before={opened.kind === 'renew' ? opened.consent : undefined} close={close} />
      ) : null}
    </section>
  );
}

function nameOf({ person }: ConsentData, givers: readonly Giver[]): string {
  return givers.find(({ id }) => id === person?.id)?.name ?? person?.identity?.name ?? words.own;
}

function ConsentRow({
  consent,
  name,
  mayRenew,
  open,
}: {
  consent: ConsentData;
  name: string;
  mayRenew: boolean;
  open: (kind: 'renew' | 'withdraw') => void;
}) {
  const { purpose, status, receiverTeams } = consent;
  return (
    <li className="row entry" data-consent={status}>
      <p className="line">
        <strong>{purpose}</strong>
        <span>{wordOf(codes.status, status)}</span>
      </p>
      <p className="hint">
        {name} → {words.list(receiverTeams.map((team) => team.name))}
      </p>
      <details>
        <summary>{words.more}</summary>
        <Terms consent={consent} name={name} />
      </details>
      {consent.withdrawable ? (
        <span className="consent-buttons">
          {mayRenew ? (
            <Button weight="quiet" aria-label={words.renewOf(purpose)} onPress={() => open('renew')}>
              {words.renew}
            </Button>
          ) : null}
          <Button weight="quiet" aria-label={words.withdrawOf(purpose)} onPress={() => open('withdraw')}>
            {words.withdraw}
          </Button>
        </span>
      ) : null}
    </li>
  );
}

function Terms({ consent, name }: { consent: ConsentData; name: string }) {
  const { facts } = words;
  const names = (teams: readonly { readonly name: string }[]) => words.list(teams.map((team) => team.name));
  const day = (moment: string, before = 0) => eraDate(cityDay(new Date(Date.parse(moment) - before)));
  const relation = consent.relation ? wordOf(codes.relation, consent.relation) : undefined;
  return (
    <Facts
      facts={[
        [facts.who, words.person(name, wordOf(codes.giver, consent.giver), relation)],
        [facts.receivers, names(consent.receiverTeams)],
        [facts.exclusions, names(consent.excludedTeams)],
        [facts.classes, words.list(consent.classes.map((each) => wordOf(codes.classes, each)))],
        [facts.items, words.list(consent.items)],
        [facts.condition, consent.condition],
        [facts.form, words.explained(wordOf(codes.form, consent.form), consent.explainedBy?.name, consent.witnessedBy?.name)],
        [facts.holder, consent.holder?.name],
        [facts.wording, `${consent.wording}　${eraDate(consent.givenOn)}`],
        // It holds until just before the instant: that is the end of the day before, where it is midnight.
        [facts.period, words.period(day(consent.validFrom), day(consent.validUntil, 1))],
        ...(consent.withdrawnAt && consent.status === 'WITHDRAWN'
          ? ([
              [facts.withdrawn, day(consent.withdrawnAt)],
              [facts.reason, consent.withdrawalReason],
            ] as const)
          : []),
      ]}
    />
  );
}

function Review({ review, leads }: { review: ReviewData; leads: boolean }) {
  const say = useToast();
  const { send, problem } = useCaseChange(FinishReview);
  const finish = async (): Promise<void> => {
    if (await send({ input: { review: review.id, version: review.version } })) say({ sentence: words.reviewDone });
  };
  return (
    <div className="note" role="note">
      <p>{words.review(dayAndWeekday(review.dueOn))}</p>
      {problem ? <ProblemNote problem={problem} /> : null}
      {leads ? (
        <Button weight="quiet" onPress={() => void finish()}>
          {words.reviewed}
        </Button>
      ) : null}
    </div>
  );
}
