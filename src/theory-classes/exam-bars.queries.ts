import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../platform/database/database';
import type { Absence, ExamPermission } from './exam-bar';

/** What decides who may sit which examination: absences, and the decisions that lift a bar. */
export interface Sittings {
  of(enrollmentId: string, moduleId: string): { readonly absence: Absence; readonly permission: ExamPermission | null };
}

interface AbsenceRow extends Absence {
  readonly enrollmentId: string;
  /** Null for the class as a whole. */
  readonly moduleId: string | null;
}

interface PermissionRow extends ExamPermission {
  readonly enrollmentId: string;
  readonly moduleId: string;
}

@Injectable()
export class ExamBarsQueries {
  constructor(private readonly database: Database) {}

  /** Of some people in a class. A module that has no half-days of its own goes by those of the whole class. */
  async sittings(classId: string, enrollmentIds: readonly string[], tx?: Tx): Promise<Sittings> {
    const absences = await this.database.read<AbsenceRow>(
      `SELECT e.id AS enrollment_id, x.module_id, count(*) FILTER (WHERE f.counts_as <> 'left_out') AS half_days,
              count(*) FILTER (WHERE f.counts_as IN ('excused', 'unexcused', 'missed_before')) AS absent
       FROM enrollments e JOIN half_days_of_learners f ON f.enrollment_id = e.id AND f.class_id = e.class_id AND f.live
       LEFT JOIN module_half_days x ON x.half_day_id = f.half_day_id
       WHERE e.class_id = $1 AND e.id = ANY ($2)
       GROUP BY GROUPING SETS ((e.id), (e.id, x.module_id)) HAVING GROUPING(x.module_id) = 1 OR x.module_id IS NOT NULL`,
      [classId, enrollmentIds],
      tx,
    );
    const permissions = await this.database.read<PermissionRow>(
      `SELECT id, enrollment_id, module_id, decision_number, decided_on, reason, paper_id(enrollment_id, decision_number, decided_on) AS paper_id
       FROM exam_permissions WHERE enrollment_id = ANY ($1) AND withdrawn_at IS NULL`,
      [enrollmentIds],
      tx,
    );
    const absenceAt = new Map(absences.map((row) => [keyOf(row.enrollmentId, row.moduleId), row]));
    const permissionAt = new Map(permissions.map((row) => [keyOf(row.enrollmentId, row.moduleId), row]));
    return {
      of: (enrollmentId, moduleId) => {
        const found = absenceAt.get(keyOf(enrollmentId, moduleId)) ?? absenceAt.get(keyOf(enrollmentId, null));
        const permission = permissionAt.get(keyOf(enrollmentId, moduleId));
        return {
          absence: { absent: found?.absent ?? 0, halfDays: found?.halfDays ?? 0 },
          permission: permission ? permissionOf(permission) : null,
        };
      },
    };
  }
}

const keyOf = (enrollmentId: string, moduleId: string | null) => `${enrollmentId} ${moduleId ?? ''}`;

const permissionOf = ({ id, paperId, decisionNumber, decidedOn, reason }: PermissionRow): ExamPermission => ({
  id,
  paperId,
  decisionNumber,
  decidedOn,
  reason,
});
