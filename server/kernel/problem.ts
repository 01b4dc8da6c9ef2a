/** Codes a client may rely on. Anything that is not a `Problem` leaves the house as INTERNAL with a reference id and nothing else. */
export type ProblemCode = 'DENIED' | 'NOT_FOUND' | 'INVALID' | 'CONFLICT' | 'UNAVAILABLE' | 'UNAUTHENTICATED';

/**
 * The closed family of faults that people may read. `message` is a Japanese sentence that says what to do; it never quotes data.
 * `details` travels to the client as GraphQL `extensions` beside `code`.
 */
export abstract class Problem extends Error {
  abstract readonly code: ProblemCode;
  constructor(
    message: string,
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
  }
}

/** The viewer is known and may not do this. Only for things whose existence the viewer may know. */
export class Denied extends Problem {
  readonly code = 'DENIED';
  constructor(
    message = 'この操作をする権限がありません。担当の司会または管理者に相談してください。',
    /** The rule that closed it, for the audit alone: it never leaves the house. */
    readonly because?: string,
  ) {
    super(message);
  }
}

/** Hidden and absent alike: the answer must not tell which. */
export class NotFound extends Problem {
  readonly code = 'NOT_FOUND';
  constructor(message = '見つかりません。削除されたか、この画面では表示できないものです。') {
    super(message);
  }
}

/** Input that cannot be accepted; `fields` names each input and what to do about it. Nothing was written. */
export class Invalid extends Problem {
  readonly code = 'INVALID';
  constructor(message: string, fields: Readonly<Record<string, string>> = {}) {
    super(message, { fields });
  }
}

/** Somebody else changed the row first. Carries both versions; nothing was written. */
export class Conflict extends Problem {
  readonly code = 'CONFLICT';
  constructor(current: Readonly<Record<string, unknown>>, yours: Readonly<Record<string, unknown>>) {
    super('ほかの人が先に変更しました。両方の内容を見て、どちらを残すか選んでください。', { current, yours });
  }
}

/** A part of the house does not answer now; the same request may succeed later. */
export class Unavailable extends Problem {
  readonly code = 'UNAVAILABLE';
  constructor(
    message = 'いまは応答がありません。しばらく待ってから、もう一度お試しください。',
    details: Readonly<Record<string, unknown>> = {},
  ) {
    super(message, { retriable: true, ...details });
  }
}

/** Nobody is signed in, or the sign-in has ended. */
export class Unauthenticated extends Problem {
  readonly code = 'UNAUTHENTICATED';
  constructor(message = 'サインインが必要です。サインインの画面から入り直してください。') {
    super(message);
  }
}

/** Throws `problem` unless `allowed`. */
export function insist(
  decision: { readonly allowed: boolean; readonly because?: string },
  problem: () => Problem = () => new Denied(undefined, decision.because),
): void {
  if (!decision.allowed) throw problem();
}
