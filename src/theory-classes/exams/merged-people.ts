import type { Tx } from '../../platform/database/database';
import { idsOf, type Merging, type Moved, PartInMergers } from '../../people/mergers/merged-parts';

/** Examinations somebody with two records keeps watch over; those they sit follow their enrollments. */
export class ExamsOfMergedPeople extends PartInMergers {
  readonly name = 'exams';
  readonly tables = ['exam_invigilators'];

  override async move(tx: Tx, { staysId, goesId }: Merging): Promise<Moved> {
    const watching = await tx.rows<{ id: string }>(
      `UPDATE exam_invigilators i SET person_id = $1 WHERE person_id = $2
         AND NOT EXISTS (SELECT FROM exam_invigilators o WHERE o.exam_id = i.exam_id AND o.person_id = $1) RETURNING id`,
      [staysId, goesId],
    );
    return { watching: idsOf(watching) };
  }

  override async giveBack(tx: Tx, { goesId }: Merging, { watching = [] }: Moved): Promise<void> {
    await tx.execute('UPDATE exam_invigilators SET person_id = $1 WHERE id = ANY ($2::uuid[])', [goesId, watching]);
  }
}
