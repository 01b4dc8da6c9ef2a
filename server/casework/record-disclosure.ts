import { decide } from '#server/access/decide';
import type { Statements, Tx } from '#server/database/as-viewer';
import type { Changed } from '#server/database/change';
import { findById } from '#server/database/find-by-id';
import { Organization } from '#server/directory/organization';
import { staffIdOf } from '#server/directory/staff-id-of';
import { isId } from '#server/kernel/ids';
import { Invalid, insist, NotFound } from '#server/kernel/problem';
import { refuse } from '#server/kernel/refuse';
import { textFault } from '#server/kernel/text-fault';
import { Case } from './case';
import { isOpen } from './case-to-share';
import { consentLimits, type DisclosureOrder } from './consent-orders';
import { Disclosure } from './disclosure';
import { DisclosureRegime } from './disclosure-regime';

/** The regime whose lines belong to a 支援会議 and to nobody else. */
const SECRET = 'ART_106_6';

/** Enters by hand what was disclosed, to whom and on what ground. Throws `Invalid` with a sentence for each input; nothing is written then. */
export async function recordDisclosure(tx: Tx, order: DisclosureOrder): Promise<Changed> {
  const one = await findById(tx, Case, order.case);
  if (!one || !(await isOpen(tx, one.personId))) throw new NotFound('事例が見つかりません。');
  insist(decide(tx.viewer, 'disclosure:record', { teams: one.teams }));
  const restricted = await insistReceiver(tx, order);
  const regime = await tx.manager.findOne(DisclosureRegime, { where: { id: order.regime } });
  refuse({
    regime: regime
      ? (regime.id === SECRET) !== restricted && '支援会議への開示と106条の6は、いつも一緒です。'
      : '根拠を一覧から選んでください。',
    classes: order.classes.length === 0 && '渡した項目を一つ以上選んでください。',
    note: order.note ? textFault(order.note, consentLimits.note) : undefined,
  });
  const made = await tx.manager.save(
    tx.manager.create(Disclosure, {
      regimeId: order.regime,
      personId: one.personId,
      caseId: one.id,
      teamId: order.team ?? null,
      organizationId: order.organization ?? null,
      sessionId: order.session ?? null,
      restricted,
      classes: order.classes,
      note: order.note?.trim() || null,
      origin: 'BY_HAND',
      disclosedById: staffIdOf(tx.viewer),
    }),
  );
  return { type: 'Disclosure', id: made.id };
}

/** Whether it went to a session whose existence is secret. Throws `Invalid` unless exactly one receiver is named and there to see. */
async function insistReceiver(tx: Tx, { team, organization, session }: DisclosureOrder): Promise<boolean> {
  if ([team, organization, session].filter(Boolean).length !== 1)
    throw new Invalid('渡した先を一つ選んでください。', { team: '担当・機関・会議のどれか一つです。' });
  const found = team
    ? await tx.query('select 1 from core.team where id = $1', [team])
    : organization
      ? [await findById(tx, Organization, organization)].filter(Boolean)
      : await tx.query<{ restricted: boolean }>('select restricted from core.session where id = $1', [
          isId(session ?? '') ? session : null,
        ]);
  if (found.length === 0)
    throw new Invalid('渡した先が見つかりません。', {
      [team ? 'team' : organization ? 'organization' : 'session']: '一覧から選んでください。',
    });
  return session ? (found[0] as { restricted: boolean }).restricted : false;
}

/** A case that comes before a conference: under 106条の6 where the session is secret, by the person's own live consent where it is not. */
export interface BroughtBefore {
  readonly session: { readonly id: string; readonly restricted: boolean };
  readonly caseId: string;
  readonly consentId: string | null;
  readonly classes: readonly string[];
  readonly staffId: string;
}

/** Enters it in the ledger, as the house: it follows from the agenda, whoever wrote it there. */
export async function discloseToSession(house: Statements, { session, caseId, consentId, classes, staffId }: BroughtBefore): Promise<void> {
  await house.query(
    `insert into core.disclosure (regime_id, person_id, case_id, session_id, restricted, classes, consent_id, origin, disclosed_by)
     select case when $2 then '${SECRET}' else 'CONSENT' end, c.person_id, c.id, $1, $2, $3, $4, 'CONFERENCE', $5
     from core.support_case c where c.id = $6`,
    [session.id, session.restricted, classes, consentId, staffId, caseId],
  );
}
