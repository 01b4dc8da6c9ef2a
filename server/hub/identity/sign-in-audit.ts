import { asSystem } from '#server/database/as-viewer';
import type { Database } from '#server/database/source';
import type { SignInEventKind } from '#server/directory/sign-in-event';
import type { Seal } from './seal';

export type SignInEvent = SignInEventKind;

export interface SignInRecord {
  readonly event: SignInEvent;
  readonly way?: 'LOCAL' | 'OIDC' | 'DEMO';
  readonly staffId?: string;
  readonly signInId?: string;
  readonly address?: string;
}

/** Sign-ins as rows: ids, and a keyed hash of the address. Never a name, an address or anything that was typed. */
export class SignInAudit {
  constructor(
    private readonly database: Database,
    private readonly seal: Seal,
  ) {}

  /** Written before the answer leaves; throws when it cannot be, and then nobody is let in. */
  async record({ event, way, staffId, signInId, address }: SignInRecord): Promise<void> {
    await asSystem(this.database, 'hub_system', (query) =>
      query('insert into hub.sign_in_audit (event, way, staff_id, sign_in_id, source) values ($1, $2, $3, $4, $5)', [
        event,
        way ?? null,
        staffId ?? null,
        signInId ?? null,
        address === undefined ? null : this.seal.mark('source', address),
      ]),
    );
  }
}
