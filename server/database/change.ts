import { createHash } from 'node:crypto';
import { Invalid } from '#server/kernel/problem';
import { asViewer, type Tx } from './as-viewer';
import type { ReadContext } from './read';

/** Context of a mutation: the key under which a repeated request has one effect. */
export interface ChangeContext extends ReadContext {
  readonly idempotencyKey?: string;
}

/** What a change touched: named in the audit, and answered again when the same request is repeated. */
export interface Changed {
  readonly type: string;
  readonly id: string;
  readonly session?: string;
}

/**
 * The one way to write: the change itself, its idempotency row and its audit row are one commit, and so is everything `work` adds (a board
 * event above all). Returns the id of what was touched; the caller re-reads it as the viewer, so nothing leaves unprojected.
 * The same key with the same input has one effect and one answer; with another input it is refused and nothing is written.
 */
export async function change(context: ChangeContext, action: string, input: unknown, work: (tx: Tx) => Promise<Changed>): Promise<string> {
  const key = keyOf(context);
  // What an earlier field of the same operation read is read; holding on to it here would wait for itself.
  await context.unit.rest();
  return asViewer(context.database, context.viewer, async (tx) => {
    const before = key ? await claim(tx, key, fingerprint(action, input)) : undefined;
    if (before) return before;
    const changed = await work(tx);
    await tx.query('insert into hub.change_audit (actor, action, subject_type, subject_id, session_id) values ($1, $2, $3, $4, $5)', [
      tx.viewer.actor,
      action,
      changed.type,
      changed.id,
      changed.session ?? null,
    ]);
    if (key)
      await tx.query('update hub.idempotency set answer = $3 where actor = $1 and key = $2', [
        tx.viewer.actor,
        key,
        JSON.stringify(changed.id),
      ]);
    return changed.id;
  });
}

const changes = new WeakMap<ChangeContext, number>();

/** An operation may change several things, one after another: each has the operation's key and its place. */
function keyOf(context: ChangeContext): string | undefined {
  if (!context.idempotencyKey) return undefined;
  const place = (changes.get(context) ?? 0) + 1;
  changes.set(context, place);
  return place === 1 ? context.idempotencyKey : `${context.idempotencyKey} ${place}`;
}

/** Takes the key for this transaction; a second request waits here until the first has committed, and is then given its answer. */
async function claim(tx: Tx, key: string, print: string): Promise<string | undefined> {
  const taken = await tx.query(
    'insert into hub.idempotency (actor, key, fingerprint) values ($1, $2, $3) on conflict do nothing returning key',
    [tx.viewer.actor, key, print],
  );
  if (taken.length > 0) return undefined;
  const [kept] = await tx.query<{ fingerprint: string; answer: string }>(
    'select fingerprint, answer from hub.idempotency where actor = $1 and key = $2',
    [tx.viewer.actor, key],
  );
  if (kept?.fingerprint !== print)
    throw new Invalid('同じ再送番号（Idempotency-Key）で別の内容が送られました。番号を変えて送り直してください。', {
      idempotencyKey: '別の内容で使われています。',
    });
  return kept.answer;
}

function fingerprint(action: string, input: unknown): string {
  return createHash('sha256')
    .update(`${action} ${JSON.stringify(input)}`)
    .digest('hex');
}
