import type { IncomingMessage } from 'node:http';

const MAX_AGE = 36_000;

/**
 * The cookie that holds a sign-in's secret. Over https `__Host-`: the browser then takes it from this very host alone, only encrypted, and no
 * neighbour of the domain can plant one. Plain http has it under its bare name; the settings allow that on loopback only.
 */
export class SessionCookie {
  readonly name: string;

  constructor(private readonly secure: boolean) {
    this.name = `${secure ? '__Host-' : ''}hub_session`;
  }

  /** The secret that a request brings. */
  of(request: IncomingMessage): string | undefined {
    return cookieNamed(request, this.name);
  }

  keep(secret: string): string {
    return `${this.name}=${secret}; ${this.#attributes}; Max-Age=${MAX_AGE}`;
  }

  forget(): string {
    return `${this.name}=; ${this.#attributes}; Max-Age=0`;
  }

  get #attributes(): string {
    return `Path=/; HttpOnly; SameSite=Lax${this.secure ? '; Secure' : ''}`;
  }
}

/** The value of a cookie of this request. */
export function cookieNamed(request: IncomingMessage, name: string): string | undefined {
  const pairs = (request.headers.cookie ?? '').split(';').map((each) => each.trim().split('='));
  return pairs.find(([key]) => key === name)?.[1];
}
