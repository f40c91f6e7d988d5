import { Injectable } from '@nestjs/common';
import { Clock, type Day } from '../../platform/clock';
import { Database } from '../../platform/database/database';
import { type Reach, within } from '../../platform/access/reach';

/** Somebody who waits for the next class of a course. */
export interface DeferralItem {
  readonly enrollmentId: string;
  readonly personId: string;
  readonly fullName: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly classCode: string;
  readonly className: string;
  readonly courseName: string;
  readonly courseNameEn: string;
  readonly until: Day;
  readonly decisionNumber: string;
  readonly decidedOn: Day;
  readonly reason: string;
  /** The next class of the course that is announced and opens; null while there is none. */
  readonly nextClass: { readonly id: string; readonly code: string; readonly opensOn: Day } | null;
}

/** The unit that sent them reads of them, and the one they are of today, which can nominate them. Of who left the Bloc nobody does. */
const waitingNow = (
  units: Reach,
) => `deferrals_waiting d JOIN persons p ON p.id = d.person_id AND NOT has_left(p.left_on, $2)
  AND (${within('d.unit_id', units, '$1')} OR ${within('p.unit_id', units, '$1')}) AND d.until >= $2`;

@Injectable()
export class DeferralsQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async count(unitIds: Reach): Promise<number> {
    const [row] = await this.database.read<{ count: number }>(
      `SELECT count(*)::int AS count FROM ${waitingNow(unitIds)}`,
      [unitIds, this.clock.today()],
    );
    return row!.count;
  }

  /** People of these units whose deferral nobody took up and whose day has not passed, the nearest day first. */
  async waiting(unitIds: Reach): Promise<DeferralItem[]> {
    return this.database.read(
      `SELECT d.enrollment_id, p.id AS person_id, p.full_name, p.unit_id, unit_name_on(p.unit_id, $2) AS unit_name,
              c.code AS class_code, c.name AS class_name, o.name_vi AS course_name, o.name_en AS course_name_en,
              d.until, d.decision_number, d.decided_on, d.reason, (
                SELECT jsonb_build_object('id', n.id, 'code', n.code, 'opensOn', n.opens_on) FROM classes n
                WHERE n.course_id = d.course_id AND class_is_under_way(n.state) AND n.opens_on >= $2 ORDER BY n.opens_on, n.code LIMIT 1) AS next_class
       FROM ${waitingNow(unitIds)} JOIN classes c ON c.id = d.class_id JOIN courses o ON o.id = d.course_id
       ORDER BY d.until, p.sort_name, d.enrollment_id LIMIT 500`,
      [unitIds, this.clock.today()],
    );
  }
}
