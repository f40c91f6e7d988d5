import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock';
import type { Tx } from '../../platform/database/database';

/** Whoever left while a class was over has a place again once it goes on: flagged as if they left now (I13). */
@Injectable()
export class LeaverFlags {
  constructor(private readonly clock: Clock) {}

  async ofClassThatGoesOn(tx: Tx, classId: string): Promise<void> {
    await tx.execute(
      `INSERT INTO leavers (class_id, person_id, unit_id, now_of_unit_id, left_on, flagged_at)
       SELECT class_id, person_id, unit_id, now_of_unit_id, left_on, $2 FROM people_away WHERE class_id = $1
       ON CONFLICT (class_id, person_id, unit_id, now_of_unit_id, left_on) WHERE back_since IS NULL DO NOTHING`,
      [classId, this.clock.now()],
    );
  }
}
