import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor';
import { addDays, type Day } from '../../platform/clock';
import { Database, type Tx } from '../../platform/database/database';
import { InvalidInput } from '../../platform/problems/refusals';
import type { LeaveGiven } from './leave-request.entity';
import { NoClassInPeriod } from './leave.refusals';
import { LeaveRequestsService } from './leave.service';
import { LeaveReopeningsService } from './reopenings.service';

/** Longer than any leave people take; beyond it a year was mistyped. */
const longestPeriod = 366;

interface ClassInPeriod {
  readonly enrollmentId: string;
  readonly halfDayIds: readonly string[];
}

/** Leave from day to day: one thing to ask for, a request in each class of the person, decided by who runs it. */
@Injectable()
export class LeavePeriodsService {
  constructor(
    private readonly database: Database,
    private readonly requests: LeaveRequestsService,
    private readonly reopenings: LeaveReopeningsService,
  ) {}

  /**
   * Asks in every class that is held within the days, also where no half-day lies there yet. Returns the id of the period.
   * @throws InvalidInput | LeaveTooLate | NoClassInPeriod
   */
  async ask(actor: Actor, { from, to }: { from: Day; to: Day }, given: LeaveGiven): Promise<string> {
    if (to < from) throw InvalidInput.field('to', 'before_from', endsBefore);
    if (to > addDays(from, longestPeriod)) throw InvalidInput.field('to', 'too_long', tooLong);
    this.requests.assertInTime(from);
    return this.database.inTransaction(async (tx) => {
      const classes = await this.classesOf(tx, actor, from, to);
      if (classes.length === 0) throw new NoClassInPeriod();
      const period = { id: randomUUID(), from, to };
      for (const one of classes) {
        await this.reopenings.endCovered(tx, actor, one);
        await this.requests.askWith(tx, actor, { ...given, ...one, period });
      }
      return period.id;
    });
  }

  /** Classes before lines, by their ids, as everywhere. A class with leave for days that overlap is asked in only for more. */
  private async classesOf(tx: Tx, actor: Actor, from: Day, to: Day): Promise<ClassInPeriod[]> {
    const within = `e.person_id = $1 AND e.ended_at IS NULL AND NOT class_has_ended(c.state) AND c.opens_on <= $3 AND c.closes_on >= $2`;
    const asked = [actor.personId, from, to];
    await tx.execute(
      `SELECT FROM classes WHERE id IN (SELECT c.id FROM enrollments e JOIN classes c ON c.id = e.class_id WHERE ${within}) ORDER BY id FOR SHARE`,
      asked,
    );
    await tx.execute(
      `SELECT FROM attendance_lines l JOIN half_days h ON h.id = l.half_day_id
       WHERE l.person_id = $1 AND h.day BETWEEN $2 AND $3 AND l.live ORDER BY l.id FOR UPDATE OF l`,
      asked,
    );
    return tx.rows(
      `SELECT * FROM (
         SELECT e.id AS enrollment_id, EXISTS (SELECT FROM leave_requests q WHERE q.enrollment_id = e.id
             AND q.state IN ('asked', 'approved') AND q.from_day <= $3 AND q.to_day >= $2) AS has_period,
           ARRAY(SELECT h.id FROM half_days h JOIN attendance_lines l ON l.half_day_id = h.id AND l.enrollment_id = e.id AND l.live
             WHERE h.class_id = c.id AND h.cancelled_at IS NULL AND h.day BETWEEN $2 AND $3 AND l.expected
               AND l.mark IN ('unmarked', 'unexcused') AND NOT ${waitsForOthers} ORDER BY lower(h.during)) AS half_day_ids
         FROM enrollments e JOIN classes c ON c.id = e.class_id WHERE ${within}) k
       WHERE NOT has_period OR cardinality(half_day_ids) > 0 ORDER BY enrollment_id`,
      asked,
    );
  }
}

/** What waits for the person to ask again, because its half-day moved, is asked for by the period. */
const waitsForOthers = `EXISTS (SELECT FROM leave_at_half_days s
  WHERE s.enrollment_id = e.id AND s.half_day_id = h.id AND s.standing IN ('asked', 'paper_awaited'))`;

const endsBefore = {
  vi: 'Ngày cuối phải từ ngày đầu trở đi.',
  en: 'The last day must not be before the first.',
};
const tooLong = {
  vi: `Một đợt nghỉ dài nhất ${longestPeriod} ngày. Hãy kiểm tra lại năm.`,
  en: `A period is at most ${longestPeriod} days. Check the year.`,
};
