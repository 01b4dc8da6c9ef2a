import { decide } from '#server/access/decide';
import type { Tx } from '#server/database/as-viewer';
import { findById } from '#server/database/find-by-id';
import { staffIdOf } from '#server/directory/staff-id-of';
import { Conflict, Invalid, insist, NotFound } from '#server/kernel/problem';
import { Consent } from './consent';

interface Claimed {
  readonly consent: string;
  readonly version: number;
}

/** The consent, when the viewer may end it: whoever serves the person, and the 担当 that keeps the paper. Throws `Conflict` when somebody was first. */
export async function consentToEnd(tx: Tx, claimed: Claimed): Promise<Consent> {
  const found = await findById(tx, Consent, claimed.consent);
  if (!found) throw new NotFound('同意が見つかりません。');
  const [guard] = await tx.query<{ teams: string[] }>('select teams from core.person_guard where person_id = $1', [found.personId]);
  const terms = { receivers: found.receivers, exclusions: found.exclusions, classes: found.classes, live: false };
  const consent = { ...terms, ...(found.holderId ? { holder: found.holderId } : {}) };
  insist(decide(tx.viewer, 'consent:withdraw', { teams: guard?.teams ?? [], consent }));
  if (found.version !== claimed.version) throw conflict(found, claimed);
  if (found.withdrawnAt) throw new Invalid('この同意はもう終わっています。', { consent: '画面を読み直してください。' });
  return found;
}

/** Ends it now, by the database's clock; once and for all: the wall takes no second ending and no way back. */
export async function endConsent(tx: Tx, claimed: Claimed, ending: Partial<Consent>): Promise<void> {
  const where = { id: claimed.consent, version: claimed.version };
  const { affected } = await tx.manager.update(Consent, where, {
    ...(ending as object),
    withdrawnAt: () => 'now()',
    withdrawnById: staffIdOf(tx.viewer),
    version: claimed.version + 1,
  });
  if (affected) return;
  const found = await findById(tx, Consent, claimed.consent);
  throw found ? conflict(found, claimed) : new NotFound('同意が見つかりません。');
}

const conflict = ({ withdrawnAt, version }: Consent, claimed: Claimed) =>
  new Conflict({ withdrawnAt, version }, { version: claimed.version });
