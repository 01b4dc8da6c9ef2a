import { generateSecret, generateURI, verifySync } from 'otplib';
import { encode } from 'uqr';
import { asSystem } from '#server/database/as-viewer';
import type { Database } from '#server/database/source';
import { Denied, Invalid } from '#server/kernel/problem';
import { codesFor, recoveryHash } from './recovery-codes';
import type { Seal } from './seal';

const ISSUER = 'まるごとハブ';
/** A phone's clock may be half a minute off, either way. */
const TOLERANCE_SECONDS = 30;

/** What an authenticator app is given: the seed in letters, and as a QR code (rows of modules, true for dark). */
export interface Offer {
  readonly secret: string;
  readonly code: readonly (readonly boolean[])[];
}

export type Proof = 'CODE' | 'RECOVERY_CODE';

/** Codes of an authenticator app (RFC 6238), each good once, and recovery codes for when the phone is lost. */
export class SecondFactor {
  constructor(
    private readonly database: Database,
    private readonly seal: Seal,
  ) {}

  /** Offers a new seed; it counts only when a code of it has come back. */
  async offer(staffId: string): Promise<Offer> {
    const secret = generateSecret();
    const [account] = await asSystem(this.database, 'hub_system', (query) =>
      query<{ login: string }>(
        'with done as (update hub.account set offered_secret = $2 where staff_id = $1 returning login) select login from done',
        [staffId, this.seal.seal('totp', secret)],
      ),
    );
    if (!account) throw new Denied('この人のサインインは市の認証で行います。二段階の確認も、市の認証で設定してください。');
    return { secret, code: encode(generateURI({ issuer: ISSUER, label: account.login, secret }), { ecc: 'M', border: 2 }).data };
  }

  /** Takes the offered seed when `code` is of it, and gives ten fresh recovery codes: shown once, kept as hashes. */
  async confirm(staffId: string, code: string): Promise<readonly string[]> {
    const kept = await this.#secrets(staffId);
    const step = kept?.offered_secret && this.#stepOf(kept.offered_secret, code, 0);
    if (!step) throw new Invalid('番号が合いません。', { code: 'アプリに出ている6桁の番号を、変わらないうちに入れてください。' });
    const codes = codesFor();
    await asSystem(this.database, 'hub_system', async (query) => {
      await query('update hub.account set totp_secret = offered_secret, totp_step = $2, offered_secret = null where staff_id = $1', [
        staffId,
        step,
      ]);
      await query('delete from hub.recovery_code where staff_id = $1', [staffId]);
      await query('insert into hub.recovery_code (code_hash, staff_id) select h, $1 from unnest($2::text[]) h', [
        staffId,
        codes.map(recoveryHash),
      ]);
    });
    return codes;
  }

  /** Whether `code` is the app's now, or a recovery code; either is used up by the asking. */
  async proves(staffId: string, code: string): Promise<Proof | undefined> {
    const plain = code.normalize('NFKC').replace(/[\s-]/gu, '');
    if (!/^\d{6}$/.test(plain)) return (await this.#useRecovery(staffId, plain)) ? 'RECOVERY_CODE' : undefined;
    const kept = await this.#secrets(staffId);
    const step = kept?.totp_secret && this.#stepOf(kept.totp_secret, plain, Number(kept.totp_step));
    if (!step) return undefined;
    // Two at once with the same code: one of them.
    const used = await asSystem(this.database, 'hub_system', (query) =>
      query('with done as (update hub.account set totp_step = $2 where staff_id = $1 and totp_step < $2 returning 1) select 1 from done', [
        staffId,
        step,
      ]),
    );
    return used.length > 0 ? 'CODE' : undefined;
  }

  /** Whether the person has one. */
  async has(staffId: string): Promise<boolean> {
    return Boolean((await this.#secrets(staffId))?.totp_secret);
  }

  #stepOf(sealed: string, code: string, after: number): number | undefined {
    const secret = this.seal.open('totp', sealed);
    const plain = code.normalize('NFKC').replace(/\s/gu, '');
    if (!secret || !/^\d{6}$/.test(plain)) return undefined;
    const found = verifySync({ secret, token: plain, epochTolerance: TOLERANCE_SECONDS, afterTimeStep: after });
    return found.valid && 'timeStep' in found ? found.timeStep : undefined;
  }

  async #useRecovery(staffId: string, code: string): Promise<boolean> {
    const used = await asSystem(this.database, 'hub_system', (query) =>
      query(
        'with done as (update hub.recovery_code set used_at = now() where staff_id = $1 and code_hash = $2 and used_at is null returning 1) select 1 from done',
        [staffId, recoveryHash(code)],
      ),
    );
    return used.length > 0;
  }

  async #secrets(staffId: string) {
    const [row] = await asSystem(this.database, 'hub_system', (query) =>
      query<{ totp_secret: string | null; totp_step: string; offered_secret: string | null }>(
        'select totp_secret, totp_step, offered_secret from hub.account where staff_id = $1',
        [staffId],
      ),
    );
    return row;
  }
}
