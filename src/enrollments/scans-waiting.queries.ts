import { Injectable } from '@nestjs/common';
import type { Day } from '../platform/clock';
import { Database } from '../platform/database/database';

/** For the office, because nobody else may settle it, or for who runs the class. */
export const waitingFor = ['office', 'classes'] as const;
export type WaitsFor = (typeof waitingFor)[number];

/** How many scans wait for who runs these classes. */
export interface ScansWaiting {
  readonly refusedScans: number;
  readonly otherDevices: number;
}

/** Whose a scan or a device `x` is: the half-day, the class, the person, and their line there if they have one. */
export const ofScan = `JOIN half_days h ON h.id = x.half_day_id JOIN classes c ON c.id = h.class_id JOIN persons p ON p.id = x.person_id
  LEFT JOIN attendance_lines l ON l.half_day_id = x.half_day_id AND l.person_id = x.person_id AND l.live`;
/** Nobody settled it, and the person still stands as they did when it was refused. */
export const scanWaits = `(x.state = 'open' AND NOT class_has_ended(c.state) AND h.cancelled_at IS NULL
  AND NOT coalesce(l.mark = 'present' AND (x.direction = 'in' OR l.out_at IS NOT NULL), false))`;
/** Nobody settled it, and the person is still on the sheet. */
export const deviceWaits = `(x.standing = 'provisional' AND NOT class_has_ended(c.state) AND l.id IS NOT NULL)`;

@Injectable()
export class ScansWaitingQueries {
  constructor(private readonly database: Database) {}

  /** Of classes somebody runs; not their own, which are for others to settle. */
  async ofClasses(classIds: readonly string[], personId: string | null): Promise<ScansWaiting> {
    return this.count('h.class_id = ANY ($1::uuid[]) AND x.person_id IS DISTINCT FROM $2::uuid', classIds, personId);
  }

  /** Those nobody but the office may settle. */
  async ofOffice(today: Day, personId: string | null): Promise<ScansWaiting> {
    return this.count(
      'only_office_decides(h.class_id, x.person_id, $1) AND x.person_id IS DISTINCT FROM $2::uuid',
      today,
      personId,
    );
  }

  async ofHalfDay(halfDayId: string): Promise<ScansWaiting> {
    return this.count('h.id = $1', halfDayId);
  }

  private async count(place: string, ...values: readonly unknown[]): Promise<ScansWaiting> {
    const [row] = await this.database.read<ScansWaiting>(
      `SELECT (SELECT count(*) FROM refused_scans x ${ofScan} WHERE ${place} AND ${scanWaits}) AS refused_scans,
              (SELECT count(*) FROM check_in_devices x ${ofScan} WHERE ${place} AND ${deviceWaits}) AS other_devices`,
      values,
    );
    return row!;
  }
}
