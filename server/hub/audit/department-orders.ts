import { type KeyObject, sign, verify } from 'node:crypto';
import path from 'node:path';
import { LineFile } from './line-file';

/** What a hub has deleted, and a department in a process of its own deletes as well: cases by their keys, or its audit before a day. */
export interface DepartmentOrder {
  readonly key: string;
  readonly at: string;
  readonly cases?: readonly string[];
  /** ISO, in the city. */
  readonly auditBefore?: string;
}

interface Signed extends DepartmentOrder {
  readonly signature: string;
}

/**
 * `<dataDir>/department.deletions`: where the hub hands its deletions to departments with databases of their own, keys only, each line signed with the
 * key under which it calls them. On another machine the file is laid beside the department's data. A department that was restored from a backup does
 * all of them again.
 */
export class DepartmentOrders {
  readonly #file: LineFile;

  constructor(dataDir: string) {
    this.#file = new LineFile(path.join(dataDir, 'department.deletions'));
  }

  /** Hands an order over, once: one that is there already stays as it is. */
  async give(order: DepartmentOrder, key: KeyObject): Promise<void> {
    if (this.#lines().some((line) => line.key === order.key)) return;
    await this.#file.append(
      JSON.stringify({ ...order, signature: sign(null, content(order), key).toString('base64url') } satisfies Signed),
    );
  }

  /** Those that one of these hubs has given, in order; whatever else somebody wrote there is nothing. */
  given(hubs: readonly KeyObject[]): DepartmentOrder[] {
    return this.#lines().filter((line) => {
      const signature = Buffer.from(String(line.signature), 'base64url');
      return hubs.some((hub) => verify(null, content(line), hub, signature));
    });
  }

  close(): Promise<void> {
    return this.#file.close();
  }

  #lines(): Signed[] {
    return this.#file.lines().flatMap((line) => {
      try {
        return [JSON.parse(line) as Signed];
      } catch {
        return [];
      }
    });
  }
}

const content = ({ key, at, cases, auditBefore }: DepartmentOrder) =>
  Buffer.from(JSON.stringify(['hub department deletion', key, at, cases ?? null, auditBefore ?? null]));
