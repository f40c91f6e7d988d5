import { Injectable } from '@nestjs/common';
import type { AmendedFacts } from '../../enrollments/carried-facts';
import type { Tx } from '../../platform/database/database';
import type { AmendedMark } from './amended-facts';

@Injectable()
export class AmendedFactsQueries implements AmendedFacts {
  attendance(tx: Tx, enrollmentId: string): Promise<{ halfDayId: string; mark: AmendedMark }[]> {
    return tx.rows('SELECT half_day_id, mark FROM amended_attendance_in_force WHERE enrollment_id = $1', [
      enrollmentId,
    ]);
  }

  marks(tx: Tx, enrollmentId: string): Promise<{ moduleId: string; attempt: 1 | 2; mark: number }[]> {
    return tx.rows(
      'SELECT module_id, attempt, mark::float8 AS mark FROM amended_marks_in_force WHERE enrollment_id = $1',
      [enrollmentId],
    );
  }
}
