import { Injectable } from '@nestjs/common';
import type { PlanRequest } from '../classes/timetable/timetable.requests';
import type { HalfDayChange } from '../classes/timetable/half-day-change';
import { TimetableService } from '../classes/timetable/timetable.service';
import type { Actor } from '../platform/access/actor';
import { Database, type Tx } from '../platform/database/database';
import { Journal } from '../platform/journal/journal';
import { EnrollmentsService } from './enrollments.service';
import { overlapActions } from './half-days.words';
import { LeaveReopeningsService } from './leave/reopenings.service';

/** Changes of a timetable once people may be enrolled: the half-day and everybody's attendance line change together. */
@Injectable()
export class TimetableChangesService {
  constructor(
    private readonly database: Database,
    private readonly timetable: TimetableService,
    private readonly enrollments: EnrollmentsService,
    private readonly leave: LeaveReopeningsService,
    private readonly journal: Journal,
  ) {}

  /**
   * Returns the ids in time order.
   * @throws PersonBusy when somebody on the roster is elsewhere at the new hour, unless it is decided that they may
   */
  async add(actor: Actor, classId: string, { wanted, decisions }: PlanRequest): Promise<readonly string[]> {
    return this.database.inTransaction(async (tx) => {
      const planned = await this.timetable.planWith(tx, classId, wanted, decisions);
      const ids = await this.timetable.addWith(tx, actor, classId, planned, decisions);
      const { overlapReason } = decisions;
      const people = await this.enrollments.addHalfDays(tx, ids, overlapReason);
      await this.journalOverlap(tx, actor, { type: 'class', id: classId }, classId, people, overlapReason);
      return ids;
    });
  }

  /** @throws PersonBusy | HalfDayHasMarks */
  async move(actor: Actor, halfDayId: string, change: HalfDayChange): Promise<void> {
    await this.database.inTransaction(async (tx) => {
      const { halfDay, movedFrom } = await this.timetable.moveWith(tx, actor, halfDayId, change);
      const { overlapReason } = change;
      const people = await this.enrollments.moveHalfDay(tx, halfDayId, overlapReason);
      await this.leave.afterMove(tx, actor, halfDay, movedFrom);
      const subject = { type: 'half_day', id: halfDayId };
      await this.journalOverlap(tx, actor, subject, halfDay.classId, people, overlapReason);
    });
  }

  /** @param marked how many people are known to be marked at it @throws MarksWouldNotCount */
  async cancel(actor: Actor, halfDayId: string, reason: string, marked = 0): Promise<void> {
    await this.database.inTransaction(async (tx) => {
      await this.timetable.cancelWith(tx, actor, halfDayId, reason);
      await this.enrollments.cancelHalfDay(tx, halfDayId, marked);
    });
  }

  private async journalOverlap(
    tx: Tx,
    actor: Actor,
    subject: { readonly type: string; readonly id: string },
    classId: string,
    personIds: readonly string[],
    reason: string | undefined,
  ): Promise<void> {
    if (personIds.length === 0) return;
    await this.journal.write(tx, actor, {
      action: overlapActions.overlap_allowed,
      subject,
      classId,
      reason: reason ?? null,
      facts: { personIds },
    });
  }
}
