import { Injectable } from '@nestjs/common';
import { addDays, Clock, type Day, daysBetween } from '../platform/clock';
import { Database } from '../platform/database/database';
import { PlatformSettings } from '../platform/settings';

/** A class that opens soon with fewer people than the office wants for it. */
export interface SmallClass {
  readonly id: string;
  readonly name: string;
  readonly opensOn: Day;
  /** People who hold a seat. */
  readonly held: number;
  readonly minSize: number;
  readonly daysLeft: number;
}

@Injectable()
export class ClassSizesQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly settings: PlatformSettings,
  ) {}

  /** The classes to warn of, the next to open first; only this one when `classId` is given. */
  async tooSmall(classId: string | null = null): Promise<SmallClass[]> {
    const today = this.clock.today();
    const rows = await this.database.read<Omit<SmallClass, 'daysLeft'>>(
      `SELECT c.id, c.name, c.opens_on, s.held, c.min_size
       FROM classes c CROSS JOIN LATERAL (SELECT count(nomination_id)::int AS held FROM seats WHERE class_id = c.id) s
       WHERE c.min_size > s.held AND NOT class_has_ended(c.state) AND c.opens_on BETWEEN $1 AND $2
         AND ($3::uuid IS NULL OR c.id = $3)
       ORDER BY c.opens_on, c.id`,
      [today, addDays(today, this.settings.sizeWarningDays), classId],
    );
    return rows.map((row) => ({ ...row, daysLeft: daysBetween(today, row.opensOn) }));
  }
}
