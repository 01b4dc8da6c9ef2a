import { Button } from '../ui/button';
import { ProblemNote } from '../ui/problem-note';
import { useToast } from '../ui/toasts';
import { administrationWords } from '../words/administration-words';
import { eraDate } from '../words/era-date';
import { ApproveAccessChange, RefuseAccessChange } from './administration-changes';
import type { AccessChange } from './administration-document';
import type { Handed } from './handed-dialog';
import { momentWords } from './moment-words';
import { roleNames } from './role-names';
import { useOrder } from './use-order';

const words = administrationWords.waiting;
const { history, what } = administrationWords;

/** What waits for a second administrator, and what has been decided. */
export function ChangesSection({ changes, me, hand }: { changes: readonly AccessChange[]; me: string; hand: (handed: Handed) => void }) {
  const waiting = changes.filter((change) => change.state === 'WAITING');
  const decided = changes.filter((change) => change.state !== 'WAITING').slice(0, 20);
  return (
    <section className="panel" aria-labelledby="waiting-title">
      <h2 id="waiting-title">{words.title}</h2>
      {waiting.length === 0 ? <p className="hint">{words.none}</p> : null}
      <ul className="rows">
        {waiting.map((change) => (
          <WaitingRow key={change.id} change={change} me={me} hand={hand} />
        ))}
      </ul>
      {decided.length > 0 ? (
        <details>
          <summary>{history.title}</summary>
          <ul className="rows">
            {decided.map((change) => (
              <li key={change.id} className="row">
                <span>
                  {history.state[change.state]}　{whatOf(change)}
                </span>
                <span className="hint">{history.by(change.decider?.name ?? '', momentWords(change.decidedAt))}</span>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </section>
  );
}

function WaitingRow({ change, me, hand }: { change: AccessChange; me: string; hand: (handed: Handed) => void }) {
  const say = useToast();
  const approval = useOrder(ApproveAccessChange);
  const refusal = useOrder(RefuseAccessChange);
  const isMine = change.requester?.id === me;
  const isAboutMe = change.staff?.id === me;
  const text = whatOf(change);
  const terms = termsOf(change);
  // Their row is gone when it is done: a button that says «pending» would be announced after it has left.
  const busy = approval.busy || refusal.busy;
  const approve = async (): Promise<void> => {
    if (busy) return;
    const done = await approval.send({ input: { change: change.id } });
    if (!done) return;
    say({ sentence: words.approved });
    if (done.approveAccessChange) hand({ kind: change.kind === 'SETUP' ? 'code' : 'token', secret: done.approveAccessChange });
  };
  const refuse = async (): Promise<void> => {
    if (busy) return;
    if (await refusal.send({ input: { change: change.id } })) say({ sentence: words.refused });
  };
  const problem = approval.problem ?? refusal.problem;
  return (
    <li className="row entry" data-change={change.kind}>
      <strong>{text}</strong>
      {terms.length > 0 ? (
        <span className="line">
          {terms.map((term) => (
            <span key={term}>{term}</span>
          ))}
        </span>
      ) : null}
      <span>{words.reason(change.reason)}</span>
      <span className="hint">{words.by(change.requester?.name ?? '', momentWords(change.requestedAt))}</span>
      {problem ? <ProblemNote problem={problem} /> : null}
      <span className="administration-buttons">
        {isMine || isAboutMe ? <span className="hint">{isMine ? words.mine : words.aboutMe}</span> : null}
        {isMine || isAboutMe ? null : (
          <Button weight="main" aria-label={words.approveWhat(text)} onPress={() => void approve()}>
            {words.approve}
          </Button>
        )}
        <Button weight="quiet" aria-label={isMine ? words.withdrawWhat(text) : words.refuseWhat(text)} onPress={() => void refuse()}>
          {isMine ? words.withdraw : words.refuse}
        </Button>
      </span>
    </li>
  );
}

function whatOf({ kind, staff, name, roles, login, subject, purpose, organization, programme }: AccessChange): string {
  const who = staff?.name ?? name ?? '';
  if (kind === 'ROLES' || kind === 'ENROL') return what[kind](who, roleNames(roles ?? []));
  if (kind === 'CONTRACT' || kind === 'EXTENSION') return what[kind](organization?.name ?? '', programme?.number ?? '');
  return what[kind](who, (kind === 'SETUP' ? login : kind === 'SUBJECT' ? subject : purpose) ?? '');
}

/** What else whoever approves has to judge: for which 担当, as whose, from when until when, and who has acknowledged the duty of secrecy. */
function termsOf({ kind, organization, team, activeFrom, activeUntil, swornBy, swornOn }: AccessChange): string[] {
  const { contract, staff } = administrationWords;
  return [
    kind === 'ENROL' && organization ? organization.name : '',
    team ? contract.opens(team.name) : kind === 'CONTRACT' ? contract.noTeam : '',
    activeFrom && activeUntil
      ? contract.period(eraDate(activeFrom), eraDate(activeUntil))
      : activeUntil
        ? staff.until(eraDate(activeUntil))
        : '',
    swornBy && swornOn ? contract.sworn(swornBy, eraDate(swornOn)) : '',
  ].filter(Boolean);
}
