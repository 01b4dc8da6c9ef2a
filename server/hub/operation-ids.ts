type Take = (text: string) => Promise<void>;

interface UnderWay {
  ended: Promise<void>;
  /** The client has completed it. */
  left: boolean;
}

/**
 * Keeps the operations of one socket apart that come one after another under the same id. A client may use an id again as soon as it has
 * completed it; graphql-ws hears of the end a little later, and would take the second operation for the first. So the second waits for that.
 */
export class OperationIds {
  readonly #underWay = new Map<string, UnderWay>();

  constructor(private readonly take: Take) {}

  /** Hands a message on, at once or in its turn; resolves when it has been dealt with, for an operation when that has ended. */
  hand(text: string): Promise<void> {
    const { type, id } = headOf(text);
    const before = this.#underWay.get(id);
    if (type === 'complete' && before) before.left = true;
    if (type !== 'subscribe') return this.take(text);
    const operation: UnderWay = { ended: Promise.resolve(), left: false };
    const begin = () => (operation.left ? Promise.resolve() : this.take(text));
    this.#underWay.set(id, operation);
    operation.ended = (before?.left ? before.ended.then(begin, begin) : begin()).finally(() => {
      if (this.#underWay.get(id) === operation) this.#underWay.delete(id);
    });
    return operation.ended;
  }
}

/** Type and id of a message; whatever is none is for graphql-ws to refuse. */
function headOf(text: string): { readonly type: unknown; readonly id: string } {
  try {
    const { type, id } = JSON.parse(text) as { type?: unknown; id?: unknown };
    return { type, id: String(id) };
  } catch {
    return { type: undefined, id: '' };
  }
}
