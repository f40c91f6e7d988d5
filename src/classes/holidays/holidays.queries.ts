import { Injectable } from '@nestjs/common';
import type { Day } from '../../platform/clock';
import { Database, type Tx } from '../../platform/database/database';
import type { DayPart } from '../day-parts';
import { type DayOff, dayOffOf, type Holiday, publicHolidayOn } from './holidays';
import type { WorkingWeek } from './days-in-lieu';
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

/** A year whose days off are not settled. */
export interface YearToSettle {
  readonly year: number;
  readonly isListed: boolean;
  /** Days to come on its list that nobody has verified. */
  readonly unverified: number;
}

/** From the first day of this month on the next year is asked for. */
export const monthOfAsking = 10;

/** Whether nobody listed the days off of a year, or a day on its list is not verified. In SQL. */
export const isYearToSettle = (year: string) => `
  (NOT EXISTS (SELECT FROM public_holidays WHERE extract(year FROM day) = ${year})
   OR EXISTS (SELECT FROM public_holidays WHERE extract(year FROM day) = ${year} AND NOT verified))`;

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
  async years(tx: Tx = this.database.reader): Promise<number[]> {
    const rows = await tx.rows<{ year: number }>(
      `SELECT DISTINCT extract(year FROM day)::int AS year FROM public_holidays ORDER BY year`,
    );
    return rows.map(({ year }) => year);
  }

  /** How many days a week the office works. */
  async workingWeek(tx: Tx = this.database.reader, lock: 'FOR UPDATE' | '' = ''): Promise<WorkingWeek> {
    return (await tx.row<{ days: WorkingWeek }>(`SELECT days FROM working_weeks ${lock}`)).days;
  }

  /**
   * The years the office has to look at: this one, the next from 1 October on, and those half-days are planned in without
   * a list. Days gone by need nobody's look any more.
   */
  async toSettle(today: Day): Promise<YearToSettle[]> {
    return this.database.read(
      `SELECT y.year, h.listed > 0 AS is_listed, h.unverified
       FROM (SELECT extract(year FROM $1::date)::int AS year, true AS is_near
         UNION SELECT extract(year FROM $1::date)::int + 1, true WHERE extract(month FROM $1::date) >= ${monthOfAsking}
         UNION SELECT DISTINCT extract(year FROM day)::int, false FROM half_days WHERE day > $1 AND cancelled_at IS NULL) y
       CROSS JOIN LATERAL (SELECT count(*)::int AS listed, count(*) FILTER (WHERE NOT verified AND day >= $1)::int AS unverified
         FROM public_holidays WHERE day BETWEEN make_date(y.year, 1, 1) AND make_date(y.year, 12, 31)) h
       GROUP BY y.year, h.listed, h.unverified HAVING h.listed = 0 OR (bool_or(y.is_near) AND h.unverified > 0) ORDER BY y.year`,
      [today],
    );
  }

  /**
   * Tells of each day from `from` on why nobody is taught then. In a year without a list, the calendar tells.
   * @param atWeekends for people who work in the week: a weekend day worked in compensation is not theirs to study on
   */
  async daysOff(from: Day, atWeekends: boolean, tx: Tx = this.database.reader): Promise<DaysOff> {
    const { week, holidays } = await tx.row<{ week: WorkingWeek; holidays: Holiday[] }>(
      `SELECT days AS week, (
         SELECT coalesce(jsonb_agg(jsonb_build_object('day', day, 'nameVi', name_vi, 'nameEn', name_en,
           'kind', kind, 'source', source, 'verified', verified)), '[]')
         FROM public_holidays WHERE day >= date_trunc('year', $1::date)) AS holidays
       FROM working_weeks`,
      [from],
    );
    const listed = new Map(holidays.map((holiday) => [holiday.day, holiday]));
    const years = new Set(holidays.map(({ day }) => day.slice(0, 4)));
    return (day) => {
      const holiday = listed.get(day);
      if (!holiday) return years.has(day.slice(0, 4)) ? null : publicHolidayOn(day, week);
      const isWorkedBy = holiday.kind === 'working_day' && !(atWeekends && isWeekend(day));
      return isWorkedBy ? null : dayOffOf(holiday);
    };
  }
}
