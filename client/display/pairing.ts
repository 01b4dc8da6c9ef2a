/** A code for the wall and the token that the display keeps for itself; ISO moment until which the code may be confirmed. */
export interface Pairing {
  readonly code: string;
  readonly token: string;
  readonly expiresAt: string;
}

export interface PairingState {
  readonly state: 'waiting' | 'paired' | 'revoked' | 'expired';
  readonly session?: string;
}

const ADDRESS = '/display/pairing';
const SILENT_MS = 3_000;

/** Asks for a new code. Throws when the server does not answer. */
export async function requestPairing(): Promise<Pairing> {
  return ask<Pairing>({ method: 'POST' });
}

/** Where this display's token stands. A token that the server does not know has expired. Throws when the server does not answer. */
export async function pairingState(token: string): Promise<PairingState> {
  return ask<PairingState>({ headers: { authorization: `Display ${token}` } }, { state: 'expired' });
}

/** Never with the browser's cookies: whoever is signed in on that machine must not lend the wall their eyes. */
async function ask<Answer>(request: RequestInit, unknown?: Answer): Promise<Answer> {
  const response = await fetch(ADDRESS, { ...request, credentials: 'omit', cache: 'no-store', signal: AbortSignal.timeout(SILENT_MS) });
  if (unknown && [401, 403, 404].includes(response.status)) return unknown;
  if (!response.ok) throw new Error(`pairing answered ${response.status}`);
  return (await response.json()) as Answer;
}
