import { asSystem } from '#server/database/as-viewer';
import type { Database } from '#server/database/source';

/**
 * Closes what a copy brings back open: sign-ins that have ended since, displays that were taken off, links and recovery codes that were used. Everybody signs
 * in again, screens are paired again, links and codes are given anew.
 */
export async function closeDoors(database: Database): Promise<void> {
  await asSystem(database, 'hub_system', async (query) => {
    await query('update hub.sign_in set ended_at = now() where ended_at is null');
    await query('update hub.display_device set revoked_at = now() where revoked_at is null');
    await query('delete from hub.sign_in_ticket');
    await query('update hub.recovery_code set used_at = now() where used_at is null');
    await query('update hub.first_setup set used_at = now() where used_at is null');
    await query(`update hub.access_change set used_at = now() where kind = 'SETUP' and state = 'APPROVED' and used_at is null`);
  });
}
