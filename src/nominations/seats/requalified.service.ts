import { Injectable } from '@nestjs/common';
import { SeatsService } from '../../classes/seats.service';
import { Actor } from '../../platform/access/actor';
import { Database } from '../../platform/database/database';
import { RecurringLooks } from '../../platform/jobs/recurring-looks';
import { append } from '../../platform/lists';
import { AdmissionsService } from '../admissions.service';
import { isBlocked } from '../checks';
import { countDone } from '../../platform/problems/each-by-itself';
import { promoteRequalified } from './requalified.job';
import { ReservesService } from '../reserves.service';

interface Waiting {
  readonly id: string;
  readonly classId: string;
  readonly unitId: string;
  readonly personId: string;
}

interface Promotions {
  readonly promoted: number;
  readonly isMore: boolean;
}

const classesAtOnce = 50;
const clockwork = Actor.service('Xếp dự phòng đủ điều kiện trở lại');
/** Reserves beside a free seat they could take. */
const besideFreeSeat = `nominations n JOIN classes c ON c.id = n.class_id
  WHERE n.rank IS NOT NULL AND class_is_under_way(c.state) AND EXISTS (SELECT 1 FROM seats s
    WHERE s.class_id = n.class_id AND s.nomination_id IS NULL AND (s.unit_id = n.unit_id OR (c.pool_open AND s.unit_id IS NULL)))`;

/**
 * A roster or a record may make a reserve qualify again beside a free seat, and knows nothing of seats: such reserves are
 * found and move up.
 */
@Injectable()
export class RequalifiedReservesService {
  constructor(
    private readonly database: Database,
    private readonly seats: SeatsService,
    private readonly admissions: AdmissionsService,
    private readonly reserves: ReservesService,
    private readonly looks: RecurringLooks,
  ) {}

  /**
   * Goes through the next classes and begins anew behind the last. Who does not qualify waits on, so where it goes on is
   * kept; a look that was cut off goes through the same classes again.
   */
  async promote(atOnce = classesAtOnce): Promise<Promotions> {
    const after = await this.looks.placeOf(promoteRequalified.name);
    const classes = await this.database.read<{ id: string }>(
      `SELECT DISTINCT n.class_id AS id FROM ${besideFreeSeat} AND ($1::uuid IS NULL OR n.class_id > $1) ORDER BY n.class_id LIMIT $2`,
      [after, atOnce],
    );
    const waiting = await this.qualifyingIn(classes.map(({ id }) => id));
    let promoted = 0;
    await countDone([...new Set(waiting.map(({ classId }) => classId))], async (classId) => {
      const outcome = await this.promoteIn(classId);
      promoted += outcome;
      return outcome > 0;
    });
    const isMore = classes.length === atOnce;
    await this.looks.goOnFrom(promoteRequalified.name, isMore ? classes.at(-1)!.id : null);
    return { promoted, isMore };
  }

  /** Reserves who qualify and wait although a seat they could take is free: there must be none (I5). Returns nomination ids. */
  async waitingThoughFree(): Promise<string[]> {
    return (await this.qualifyingIn(null)).map(({ id }) => id);
  }

  private async promoteIn(classId: string): Promise<number> {
    return this.database.inTransaction(async (tx) => {
      await this.seats.lockForFreeing(tx, classId);
      const { promoted } = await this.reserves.promote(tx, clockwork, await this.admissions.of(tx, classId));
      return promoted.length;
    });
  }

  /** @param classIds null asks about all */
  private async qualifyingIn(classIds: readonly string[] | null): Promise<Waiting[]> {
    const tx = this.database.reader;
    const waiting = await tx.rows<Waiting>(
      `SELECT n.id, n.class_id, n.unit_id, n.person_id FROM ${besideFreeSeat} AND ($1::uuid[] IS NULL OR n.class_id = ANY ($1))`,
      [classIds],
    );
    const found: Waiting[] = [];
    for (const classId of new Set(waiting.map((one) => one.classId))) {
      const admission = await this.admissions.of(tx, classId);
      const inClass = waiting.filter((one) => one.classId === classId);
      const unitOf = new Map(inClass.map(({ personId, unitId }) => [personId, unitId]));
      const checked = await this.admissions.checkOf(tx, admission, unitOf);
      append(
        found,
        inClass.filter(({ personId }) => !isBlocked(checked.get(personId)?.checks ?? [])),
      );
    }
    return found;
  }
}
