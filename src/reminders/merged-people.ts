import type { Tx } from '../platform/database/database';
import { idsOf, type Merging, type Moved, PartInMergers } from '../people/mergers/merged-parts';

/** What somebody with two records was reminded of, so that they do not hear it again. */
export class RemindersOfMergedPeople extends PartInMergers {
  readonly name = 'reminders';
  readonly tables = ['reminders'];

  /** What both were told stays with each: it was said twice. */
  override async move(tx: Tx, { staysId, goesId }: Merging): Promise<Moved> {
    const reminders = await tx.rows<{ id: string }>(
      `UPDATE reminders r SET person_id = $1 WHERE person_id = $2
         AND NOT EXISTS (SELECT FROM reminders s WHERE s.rule = r.rule AND s.occurrence = r.occurrence AND s.recipient = $1) RETURNING id`,
      [staysId, goesId],
    );
    return { reminders: idsOf(reminders) };
  }

  override async giveBack(tx: Tx, { goesId }: Merging, { reminders = [] }: Moved): Promise<void> {
    await tx.execute('UPDATE reminders SET person_id = $1 WHERE id = ANY ($2::uuid[])', [goesId, reminders]);
  }
}
