import { signInWords as words } from '../words/sign-in-words';

/** A fault in words; `fields` names each input and what to do about it. */
export interface Fault {
  readonly code: string;
  readonly message: string;
  readonly fields: Readonly<Record<string, string>>;
}

export type Answer<Body> = { readonly body: Body; readonly fault?: undefined } | { readonly fault: Fault; readonly body?: undefined };

/** Asks a door of the hub. With a body it is sent; without one it is only looked up. */
export async function ask<Body>(path: string, body?: Readonly<Record<string, string>>): Promise<Answer<Body>> {
  try {
    const sent = body ? { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : {};
    const answer = await fetch(path, { ...sent, credentials: 'same-origin', cache: 'no-store' });
    const text = await answer.text();
    const read = (text ? JSON.parse(text) : {}) as Body & Fault;
    return answer.ok ? { body: read } : { fault: read };
  } catch {
    return { fault: { code: 'OFFLINE', message: words.offline, fields: {} } };
  }
}

/** Who is signed in here, as the hub tells their own pages; or that nobody is. */
export type Here = Session | { readonly isSignedIn: false };

export interface Session {
  readonly isSignedIn: true;
  readonly name: string;
  readonly way: string;
  readonly strong: boolean;
  readonly needsSecondFactor: boolean;
  readonly hasSecondFactor: boolean;
}
