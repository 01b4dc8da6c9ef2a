import type { Town } from './a-town';

/** Seats somebody in a session, as one who has acknowledged the duty of secrecy; who sits there already stays as they are. */
export async function takeSeat(town: Pick<Town, 'rows'>, session: string, staff: string, duty = 'MEMBER'): Promise<void> {
  await town.rows('insert into core.session_member (session_id, staff_id, duty) values ($1, $2, $3) on conflict do nothing', [
    session,
    staff,
    duty,
  ]);
  await town.rows(`insert into core.secrecy_acknowledgement (session_id, staff_id, wording) values ($1, $2, '') on conflict do nothing`, [
    session,
    staff,
  ]);
}
