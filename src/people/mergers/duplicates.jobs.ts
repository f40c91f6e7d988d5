import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database';
import { declareJob, Handles } from '../../platform/jobs/jobs';
import { RecurringLooks } from '../../platform/jobs/recurring-looks';

const pairAlike = declareJob('people.pair_alike', {
  vi: 'So lại những người có thể trùng',
  en: 'Compares people who may be the same',
});

const peopleAtOnce = 2_000;

/**
 * Triggers keep the pairs of people who are alike, but two who are entered at one moment do not see each other: once a day
 * everybody is compared anew, in order of id, so many a look.
 */
@Injectable()
export class DuplicatesJobs {
  constructor(
    private readonly database: Database,
    private readonly looks: RecurringLooks,
  ) {}

  /** Resolves to whether there are more to compare. */
  @Handles(pairAlike)
  async compare(): Promise<boolean> {
    return this.database.inTransaction(async (tx) => {
      const after = await this.looks.placeOf(pairAlike.name, tx);
      const people = await tx.rows<{ id: string }>(
        `SELECT id FROM persons WHERE $1::uuid IS NULL OR id > $1 ORDER BY id LIMIT $2`,
        [after, peopleAtOnce],
      );
      const ids = people.map(({ id }) => id);
      await tx.execute(`SELECT unpair_people($1::uuid[]), pair_people_alike($1)`, [ids]);
      const isMore = ids.length === peopleAtOnce;
      await this.looks.goOnFrom(pairAlike.name, isMore ? ids.at(-1)! : null, tx);
      return isMore;
    });
  }
}
