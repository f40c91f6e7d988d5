import { Injectable } from '@nestjs/common';
import type { Day } from '../../platform/clock';
import { Database, type Tx } from '../../platform/database/database';
import type { DayPart } from '../day-parts';
import { type DayOff, dayOffOf, type Holiday, publicHolidayOn } from './holidays';
import { isWeekend } from '../weekdays';

/** Why nobody is taught on a day; null on a day like others. */
export type DaysOff = (day: Day) => DayOff | null;

/** A half-day that is planned on a day nobody should be taught on. */
export interface PlannedOnHoliday {
  readonly id: string;
  readonly classId: string;
  readonly classCode: string;
  readonly className: string;
  readonly day: Day;
  readonly part: DayPart;
}

export interface HolidayItem extends Holiday {
  readonly id: string;
  /** Half-days to come on that day; nobody moves them but the office. */
  readonly halfDays: readonly PlannedOnHoliday[];
}

const holidayItem = `
  SELECT p.id, p.day, p.name_vi, p.name_en, p.kind, p.source, p.verified, coalesce(
    (SELECT jsonb_agg(jsonb_build_object('id', h.id, 'classId', c.id, 'classCode', c.code, 'className', c.name, 'day', h.day, 'part', h.part)
                      ORDER BY lower(h.during), c.code)
     FROM half_days h JOIN classes c ON c.id = h.class_id
     WHERE h.day = p.day AND h.cancelled_at IS NULL AND NOT class_has_ended(c.state)), '[]') AS half_days
  FROM public_holidays p`;

@Injectable()
export class PublicHolidaysQueries {
  constructor(private readonly database: Database) {}

  /** The list of a year in order, each with what is planned on it all the same. */
  async ofYear(year: number): Promise<HolidayItem[]> {
    return this.database.read(
      `${holidayItem} WHERE p.day BETWEEN make_date($1::int, 1, 1) AND make_date($1::int, 12, 31) ORDER BY p.day`,
      [year],
    );
  }

  async holiday(id: string): Promise<HolidayItem | null> {
    const [found] = await this.database.read<HolidayItem>(`${holidayItem} WHERE p.id = $1`, [id]);
    return found ?? null;
  }

  /** The years that have a list. */
  async years(): Promise<number[]> {
    const rows = await this.database.read<{ year: number }>(
      `SELECT DISTINCT extract(year FROM day)::int AS year FROM public_holidays ORDER BY year`,
    );
    return rows.map(({ year }) => year);
  }

  /**
   * Tells of each day from `from` on why nobody is taught then. In a year without a list, the calendar tells.
   * @param atWeekends for people who work in the week: a weekend day worked in compensation is not theirs to study on
   */
  async daysOff(from: Day, atWeekends: boolean, tx: Tx = this.database.reader): Promise<DaysOff> {
    const rows = await tx.rows<Holiday>(
      `SELECT day, name_vi, name_en, kind, source, verified FROM public_holidays WHERE day >= date_trunc('year', $1::date)`,
      [from],
    );
    const listed = new Map(rows.map((holiday) => [holiday.day, holiday]));
    const years = new Set(rows.map(({ day }) => day.slice(0, 4)));
    return (day) => {
      const holiday = listed.get(day);
      if (!holiday) return years.has(day.slice(0, 4)) ? null : publicHolidayOn(day);
      const isWorkedBy = holiday.kind === 'working_day' && !(atWeekends && isWeekend(day));
      return isWorkedBy ? null : dayOffOf(holiday);
    };
  }
}
