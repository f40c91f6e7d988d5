import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor';
import { Clock, type Day } from '../../platform/clock';
import { Database, type Tx } from '../../platform/database/database';
import { Journal, noOne } from '../../platform/journal/journal';
import { InvalidInput } from '../../platform/problems/refusals';
import { assertMayManageClasses } from '../classes.policy';
import type { WorkingWeek } from './days-in-lieu';
import { PublicHoliday } from './holiday.entity';
import {
  type Holiday,
  holidaysInLieu,
  isAnnouncedYear,
  isInLieu,
  nationalDayNeighbours,
  secondNationalDay,
} from './holidays';
import { PublicHolidaysQueries } from './holidays.queries';
import { PublicHolidaysService } from './holidays.service';
import { holidayActions } from './holidays.words';

/** What is decided of whole years: how long the office's week is, and which day goes with 2 September. */
@Injectable()
export class HolidayYearsService {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly holidays: PublicHolidaysQueries,
    private readonly list: PublicHolidaysService,
  ) {}

  /** Days in lieu to come follow it in every year that has a list and was not announced; half-days planned already stay. */
  async setWorkingWeek(actor: Actor, days: WorkingWeek): Promise<void> {
    assertMayManageClasses(actor);
    await this.database.inTransaction(async (tx) => {
      const was = await this.holidays.workingWeek(tx, 'FOR UPDATE');
      await tx.execute('UPDATE working_weeks SET days = $1', [days]);
      for (const year of await this.holidays.years(tx)) await this.giveDaysInLieu(tx, actor, year, days);
      await this.journal.write(tx, actor, {
        action: holidayActions.working_week_set,
        subject: { type: 'public_holiday', id: noOne },
        facts: { was, days },
      });
    });
  }

  /**
   * Which day beside 2 September is off, by an announcement. @param second 1 or 3 September of the year
   * @throws InvalidInput
   */
  async settleNationalDay(actor: Actor, second: Day, source: string): Promise<void> {
    assertMayManageClasses(actor);
    const year = Number(second.slice(0, 4));
    const neighbours = nationalDayNeighbours(year);
    if (!neighbours.includes(second)) throw notBesideNationalDay();
    await this.database.inTransaction(async (tx) => {
      await this.list.beginUnlisted(tx, actor, second);
      await tx.execute(`DELETE FROM public_holidays WHERE day = ANY ($1::date[]) AND (day = $2 OR name_vi = $3)`, [
        neighbours,
        second,
        secondNationalDay.vi,
      ]);
      const { vi: nameVi, en: nameEn } = secondNationalDay;
      const [id] = await this.list.insert(tx, actor, [
        { day: second, nameVi, nameEn, kind: 'holiday', source, verified: true },
      ]);
      // What the office made of the other holidays of the year stays as it is.
      await this.giveDaysInLieu(tx, actor, year, await this.holidays.workingWeek(tx), aroundNationalDay(year));
      await this.journal.write(tx, actor, {
        action: holidayActions.national_day_settled,
        subject: { type: 'public_holiday', id: id! },
        facts: { day: second, source },
      });
    });
  }

  /** What stands on the list of a year is what was announced. @returns how many days were not verified before */
  async verify(actor: Actor, year: number, source: string): Promise<number> {
    assertMayManageClasses(actor);
    return this.database.inTransaction(async (tx) => {
      const verified = await tx.rows<{ id: string; day: Day }>(
        `UPDATE public_holidays SET verified = true, source = $2 WHERE extract(year FROM day) = $1 AND NOT verified RETURNING id, day`,
        [year, source],
      );
      if (verified.length === 0) return 0;
      await this.journal.write(tx, actor, {
        action: holidayActions.year_verified,
        subject: { type: 'public_holiday', id: verified[0]!.id },
        facts: { year, source, days: verified.map(({ day }) => day).toSorted() },
      });
      return verified.length;
    });
  }

  private async giveDaysInLieu(
    tx: Tx,
    actor: Actor,
    year: number,
    week: WorkingWeek,
    isAsked: (day: Day) => boolean = () => true,
  ): Promise<void> {
    if (isAnnouncedYear(year)) return;
    const today = this.clock.today();
    const listed = (await tx.find(PublicHoliday)).filter(({ day }) => day.startsWith(`${year}-`));
    const second = nationalDayNeighbours(year).find((day) => listed.some((one) => isSecondNationalDay(one, day)));
    const wanted = holidaysInLieu(year, week, second ?? null).filter(({ day }) => day > today && isAsked(day));
    const over = listed.filter((one) => isInLieu(one) && one.day > today && isAsked(one.day));
    for (const { id } of over) await tx.delete(PublicHoliday, { id });
    const kept = new Set(listed.filter((one) => !over.includes(one)).map(({ day }) => day));
    const missing = wanted.filter(({ day }) => !kept.has(day));
    await this.list.insert(
      tx,
      actor,
      missing.map((one) => ({ ...one, verified: over.some((was) => isSame(was, one) && was.verified) })),
    );
  }
}

const isSecondNationalDay = ({ day, nameVi }: Holiday, wanted: Day) =>
  day === wanted && nameVi === secondNationalDay.vi;

/** Days in lieu of 1, 2 or 3 September are given within this week, however the office works. */
const aroundNationalDay = (year: number) => (day: Day) => day >= `${year}-09-01` && day <= `${year}-09-07`;

/** A day in lieu that was verified stays verified. */
const isSame = (was: Holiday, one: Holiday) => was.day === one.day && was.source === one.source;

const notBesideNationalDay = () =>
  InvalidInput.field('second', 'not_beside_national_day', {
    vi: 'Chỉ chọn được ngày 01/9 hoặc 03/9 của năm.',
    en: 'Only 1 or 3 September of the year can be chosen.',
  });
