import { secretFile } from '../secret-file';

/** The key under which identity's secrets are sealed: `given` (HUB_IDENTITY_KEY), or what stands in `<dataDir>/identity.key`, made at the first start. */
export function identityKey(dataDir: string, given?: string): string {
  return given ?? secretFile(dataDir, 'identity.key', '本人確認の鍵');
}
