import { Injectable } from '@nestjs/common';
import type { Day } from '../../platform/clock';
import { Database } from '../../platform/database/database';
import { type Reach, within } from '../../platform/access/reach';

export interface OverrideItem {
  readonly id: string;
  readonly classId: string;
  readonly personId: string;
  readonly fullName: string;
  readonly unitId: string;
  readonly unitCode: string;
  readonly rule: string;
  readonly decisionNumber: string;
  readonly decisionDate: Day;
  readonly authority: string;
  readonly reason: string;
  readonly recordedAt: Date;
  readonly revokedAt: Date | null;
  readonly revokedReason: string | null;
}

@Injectable()
export class OverridesQueries {
  constructor(private readonly database: Database) {}

  /** The decisions on people of some units for one class, the latest first; those taken back too. */
  async ofClass(classId: string, units: Reach): Promise<OverrideItem[]> {
    return this.database.read(
      `SELECT o.id, o.class_id, o.person_id, p.full_name, p.unit_id, u.code AS unit_code,
         o.rule, o.decision_number, o.decision_date, o.authority, o.reason, o.recorded_at, o.revoked_at, o.revoked_reason
       FROM admission_overrides o JOIN persons p ON p.id = o.person_id JOIN units u ON u.id = p.unit_id
       WHERE o.class_id = $1 AND ${within('p.unit_id', units, '$2')} ORDER BY o.recorded_at DESC, o.id LIMIT 500`,
      [classId, units],
    );
  }
}
