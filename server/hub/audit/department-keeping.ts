import path from 'node:path';
import type { Department } from '#server/departments/department';
import type { Keeping } from '../department-process';
import { auditKey } from './audit-key';

/** How the audit of a department's own database is kept: key, head and deletions lie in `<dataDir>/audit-<department>`, outside the database. */
export function keepingOf({ key }: Department, dataDir: string, given?: string): Keeping {
  const own = path.join(dataDir, `audit-${key}`);
  return { key: auditKey(own, given), dataDir: own, ordersDir: dataDir };
}
