import { Injectable } from '@nestjs/common';
import type { PlannedHalfDay } from '../classes/timetable';
import { type HalfDayChange, TimetableService } from '../classes/timetable.service';
import type { Actor } from '../platform/access/actor';
import { Database } from '../platform/database/database';
import { EnrollmentsService } from './enrollments.service';

/** Changes of a timetable once people may be enrolled: the half-day and everybody's attendance line change together. */
@Injectable()
export class TimetableChangesService {
  constructor(
    private readonly database: Database,
    private readonly timetable: TimetableService,
    private readonly enrollments: EnrollmentsService,
  ) {}

  /** Returns the ids in the order given. @throws PersonBusy when somebody on the roster is elsewhere at the new hour */
  async add(actor: Actor, classId: string, planned: readonly PlannedHalfDay[]): Promise<readonly string[]> {
    return this.database.inTransaction(async (tx) => {
      const ids = await this.timetable.addWith(tx, actor, classId, planned);
      await this.enrollments.addHalfDays(tx, ids);
      return ids;
    });
  }

  /** @throws PersonBusy | HalfDayHasMarks */
  async move(actor: Actor, halfDayId: string, change: HalfDayChange): Promise<void> {
    await this.database.inTransaction(async (tx) => {
      await this.timetable.moveWith(tx, actor, halfDayId, change);
      await this.enrollments.moveHalfDay(tx, halfDayId);
    });
  }

  async cancel(actor: Actor, halfDayId: string, reason: string): Promise<void> {
    await this.database.inTransaction(async (tx) => {
      await this.timetable.cancelWith(tx, actor, halfDayId, reason);
      await this.enrollments.cancelHalfDay(tx, halfDayId);
    });
  }
}
