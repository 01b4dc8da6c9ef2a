import { secretFile } from '../secret-file';

/** The key under which the audit is sealed: `given` (HUB_AUDIT_KEY), or what stands in `<dataDir>/audit.key`, made at the first start. */
export function auditKey(dataDir: string, given?: string): string {
  return given ?? secretFile(dataDir, 'audit.key', '監査の鍵');
}
