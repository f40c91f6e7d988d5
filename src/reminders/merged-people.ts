import type { Tx } from '../platform/database/database';
import { idsOf, type Merging, type Moved, PartInMergers } from '../people/mergers/merged-parts';

/** What somebody with two records was reminded of, so that they do not hear it again, and how they want to be told. */
export class RemindersOfMergedPeople extends PartInMergers {
  readonly name = 'reminders';
  readonly tables = ['reminders', 'reminder_choices'];

  /** What both were told stays with each: it was said twice. Where both chose, the choice of the record that stays counts. */
  override async move(tx: Tx, { staysId, goesId }: Merging): Promise<Moved> {
    const reminders = await tx.rows<{ id: string }>(
      `UPDATE reminders r SET person_id = $1 WHERE person_id = $2 AND recipient = $2
         AND NOT EXISTS (SELECT FROM reminders s WHERE s.rule = r.rule AND s.occurrence = r.occurrence AND s.recipient = $1) RETURNING id`,
      [staysId, goesId],
    );
    const choices = await tx.rows<{ id: string }>(
      'UPDATE reminder_choices SET chooser = $1 WHERE chooser = $2 AND NOT EXISTS (SELECT FROM reminder_choices WHERE chooser = $1) RETURNING chooser AS id',
      [staysId, goesId],
    );
    return { reminders: idsOf(reminders), choices: idsOf(choices) };
  }

  override async giveBack(tx: Tx, { goesId }: Merging, { reminders = [], choices = [] }: Moved): Promise<void> {
    await tx.execute('UPDATE reminders SET person_id = $1 WHERE id = ANY ($2::uuid[])', [goesId, reminders]);
    await tx.execute('UPDATE reminder_choices SET chooser = $1 WHERE chooser = ANY ($2::uuid[])', [goesId, choices]);
  }
}
