import type { Tx } from '../platform/database/database';
import { idsOf, type Merging, type Moved, PartInMergers } from '../people/mergers/merged-parts';

/** Addresses of somebody's own calendar, and what was put into it. */
export class CalendarsOfMergedPeople extends PartInMergers {
  readonly name = 'calendars';
  readonly tables = ['calendar_feeds', 'calendar_invitations'];

  override async move(tx: Tx, { staysId, goesId }: Merging): Promise<Moved> {
    const feeds = await tx.rows<{ id: string }>(
      'UPDATE calendar_feeds SET person_id = $1 WHERE person_id = $2 RETURNING id',
      [staysId, goesId],
    );
    const invitations = await tx.rows<{ id: string }>(
      `UPDATE calendar_invitations i SET person_id = $1 WHERE person_id = $2
         AND NOT EXISTS (SELECT FROM calendar_invitations s WHERE s.appointment_id = i.appointment_id AND s.person_id = $1) RETURNING appointment_id AS id`,
      [staysId, goesId],
    );
    return { feeds: idsOf(feeds), invitations: idsOf(invitations) };
  }

  override async giveBack(
    tx: Tx,
    { staysId, goesId }: Merging,
    { feeds = [], invitations = [] }: Moved,
  ): Promise<void> {
    await tx.execute('UPDATE calendar_feeds SET person_id = $1 WHERE id = ANY ($2::uuid[])', [goesId, feeds]);
    await tx.execute(
      'UPDATE calendar_invitations SET person_id = $1 WHERE person_id = $2 AND appointment_id = ANY ($3::uuid[])',
      [goesId, staysId, invitations],
    );
  }
}
