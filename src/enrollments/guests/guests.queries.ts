import { Injectable } from '@nestjs/common';
import type { DayPart } from '../../classes/day-parts';
import { sharesTimetable } from '../../classes/parallels/parallels.queries';
import { addDays, Clock, type Day } from '../../platform/clock';
import { Database } from '../../platform/database/database';

/** A half-day of another class, or of another group, at which one could be made up. */
export interface HalfDayToVisit {
  readonly id: string;
  readonly classCode: string;
  readonly day: Day;
  readonly part: DayPart;
  readonly topic: string | null;
  /** The groups it is for; null when it is for the whole class. */
  readonly groupNumbers: readonly number[] | null;
  /** Whether it is of another group of their own class. */
  readonly ofOwnClass: boolean;
  /** Whether it has the topic of the one that is made up. */
  readonly sameTopic: boolean;
  /** Whether its class shares the timetable of the one that is made up. */
  readonly parallel: boolean;
}

/** A paper list may come in so many days after the half-day. */
const daysBack = 14;

@Injectable()
export class GuestsQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Half-days of other classes of the course, and for one of a group those of others, at which the person is free: those of
   * other groups first, of parallel classes, of the same topic, then in their order.
   */
  async choices(halfDayId: string, personId: string): Promise<HalfDayToVisit[]> {
    return this.database.read(
      `SELECT h.id, c.code AS class_code, h.day, h.part, h.topic, h.group_numbers, c.id = k.id AS of_own_class, coalesce(lower(h.topic) = lower(own.topic), false) AS same_topic, ${sharesTimetable('k', 'c')} AS parallel
       FROM half_days own JOIN classes k ON k.id = own.class_id
       JOIN classes c ON c.course_id = k.course_id AND class_is_under_way(c.state)
       JOIN half_days h ON h.class_id = c.id AND h.cancelled_at IS NULL AND h.day >= $2
         AND (c.id <> k.id OR (own.group_numbers IS NOT NULL AND h.group_numbers IS NOT NULL))
       WHERE own.id = $1 AND NOT EXISTS (SELECT FROM attendance_lines o WHERE o.person_id = $3 AND o.half_day_id = h.id AND (o.live OR o.mark <> 'unmarked')) AND NOT EXISTS (SELECT 1 FROM attendance_lines l WHERE l.person_id = $3 AND l.live AND l.overlap_reason IS NULL AND l.during && h.during)
       ORDER BY of_own_class DESC, parallel DESC, same_topic DESC, lower(h.during), c.code LIMIT 200`,
      [halfDayId, addDays(this.clock.today(), -daysBack), personId],
    );
  }
}
