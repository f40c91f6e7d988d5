import { Injectable } from '@nestjs/common';
import type { DayPart } from '../classes/day-parts';
import { type Attended, attendedOf } from '../enrollments/attended';
import { Clock, type Day } from '../platform/clock';
import { Database } from '../platform/database/database';

/** A request for leave to be asked again, because its half-day moved. */
export interface LeaveReopened {
  readonly id: string;
  readonly day: Day;
  readonly part: DayPart;
  readonly className: string;
}

/** A class the person is learning in, and how it went so far. */
export interface OwnLearning extends Attended {
  readonly enrollmentId: string;
  readonly className: string;
}

export interface OwedEssay {
  readonly enrollmentId: string;
  readonly className: string;
  readonly dueAt: Date;
  readonly isSentBack: boolean;
}

/** What somebody who learns has to do, and how it goes. */
@Injectable()
export class OwnDeskQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The classes under way the person is on the roster of, the one that opened first before the others. */
  async learning(personId: string): Promise<OwnLearning[]> {
    return this.database.read(
      `SELECT e.id AS enrollment_id, c.name AS class_name, a.*
       FROM enrollments e JOIN classes c ON c.id = e.class_id AND class_is_under_way(c.state)
       CROSS JOIN LATERAL (${attendedOf('e', '$2::timestamptz')}) a
       WHERE e.person_id = $1 AND e.ended_at IS NULL ORDER BY c.opens_on, e.id`,
      [personId, this.clock.now()],
    );
  }

  /** Essays the person still owes: of a term that was set, not handed in or sent back, the most pressing first. */
  async owedEssays(personId: string): Promise<OwedEssay[]> {
    return this.database.read(
      `SELECT e.id AS enrollment_id, c.name AS class_name, coalesce(s.due_again_at, t.due_at) AS due_at, s.decision IS NOT NULL AS is_sent_back
       FROM enrollments e JOIN classes c ON c.id = e.class_id AND class_is_under_way(c.state)
       JOIN essay_terms t ON t.class_id = c.id LEFT JOIN essays s ON s.enrollment_id = e.id
       WHERE e.person_id = $1 AND e.ended_at IS NULL AND (s.enrollment_id IS NULL OR s.decision = 'sent_back')
       ORDER BY due_at, e.id`,
      [personId],
    );
  }

  /** Leave of the person that was for a half-day's old time, while the new one is to come. */
  async leaveReopened(personId: string): Promise<LeaveReopened[]> {
    return this.database.read(
      `SELECT q.id, h.day, h.part, c.name AS class_name
       FROM leave_requests q JOIN enrollments e ON e.id = q.enrollment_id AND e.ended_at IS NULL
       JOIN leave_request_half_days d ON d.leave_request_id = q.id JOIN half_days h ON h.id = d.half_day_id AND h.cancelled_at IS NULL
       JOIN classes c ON c.id = h.class_id AND class_is_under_way(c.state)
       WHERE e.person_id = $1 AND q.state = 'reopened' AND upper(h.during) > $2 ORDER BY h.during, q.id`,
      [personId, this.clock.now()],
    );
  }
}
