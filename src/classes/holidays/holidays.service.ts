import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor';
import { Clock, type Day } from '../../platform/clock';
import { Database, type Tx } from '../../platform/database/database';
import { Journal } from '../../platform/journal/journal';
import { found } from '../../platform/problems/refusals';
import { assertMayManageClasses } from '../classes.policy';
import { PublicHoliday } from './holiday.entity';
import { computedHolidays, type Holiday } from './holidays';
import { PublicHolidaysQueries } from './holidays.queries';
import { YearListed } from './holidays.refusals';
import { holidayActions } from './holidays.words';

/** The office's list of days off. Half-days planned already are never moved by it. */
@Injectable()
export class PublicHolidaysService {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly holidays: PublicHolidaysQueries,
  ) {}

  /** In a year without a list, begins it: planning goes by the list alone once there is one. @throws HolidayListed */
  async add(actor: Actor, holiday: Holiday): Promise<string> {
    assertMay(actor);
    return this.database.inTransaction(async (tx) => {
      await this.beginUnlisted(tx, actor, holiday.day);
      const [id] = await this.insert(tx, actor, [holiday]);
      await this.journal.write(tx, actor, {
        action: holidayActions.added,
        subject: { type: 'public_holiday', id: id! },
        facts: { ...holiday },
      });
      return id!;
    });
  }

  /** @throws NotFound | HolidayListed */
  async change(actor: Actor, id: string, changes: Partial<Holiday>): Promise<void> {
    assertMay(actor);
    await this.database.inTransaction(async (tx) => {
      const holiday = await load(tx, id);
      if (changes.day) await this.beginUnlisted(tx, actor, changes.day);
      const before = { day: holiday.day, kind: holiday.kind, verified: holiday.verified };
      holiday.change(changes);
      await tx.save(holiday);
      await this.journal.write(tx, actor, {
        action: holidayActions.changed,
        subject: { type: 'public_holiday', id },
        facts: { before, changes: { ...changes } },
      });
    });
  }

  /** Returns the day that was taken off; null when it was off already. */
  async remove(actor: Actor, id: string): Promise<Holiday | null> {
    assertMay(actor);
    return this.database.inTransaction(async (tx) => {
      const holiday = await find(tx, id);
      if (!holiday) return null;
      await tx.delete(PublicHoliday, { id });
      const { day, nameVi, nameEn, kind, source, verified } = holiday;
      const removed = { day, nameVi, nameEn, kind, source, verified };
      await this.journal.write(tx, actor, {
        action: holidayActions.removed,
        subject: { type: 'public_holiday', id },
        facts: removed,
      });
      return removed;
    });
  }

  /** Begins the list of a year with what can be computed; Tết stays unverified. @throws YearListed */
  async begin(actor: Actor, year: number): Promise<void> {
    assertMay(actor);
    await this.database.inTransaction(async (tx) => {
      if (await isListed(tx, year)) throw new YearListed(year);
      await this.beginWith(tx, actor, year);
    });
  }

  /** As part of a use case: begins the list of the day's year if there is none. */
  async beginUnlisted(tx: Tx, actor: Actor, day: Day): Promise<void> {
    const year = Number(day.slice(0, 4));
    if (!(await isListed(tx, year))) await this.beginWith(tx, actor, year, day);
  }

  private async beginWith(tx: Tx, actor: Actor, year: number, except?: Day): Promise<void> {
    const computed = computedHolidays(year, await this.holidays.workingWeek(tx)).filter(({ day }) => day !== except);
    const ids = await this.insert(tx, actor, computed);
    await this.journal.write(tx, actor, {
      action: holidayActions.year_begun,
      subject: { type: 'public_holiday', id: ids[0]! },
      facts: { year, days: ids.length },
    });
  }

  async insert(tx: Tx, actor: Actor, holidays: readonly Holiday[]): Promise<string[]> {
    const created = { createdAt: this.clock.now(), createdBy: actor.accountId };
    const saved = await tx.save(holidays.map((holiday) => tx.create(PublicHoliday, { ...holiday, ...created })));
    return saved.map(({ id }) => id);
  }
}

function assertMay(actor: Actor): void {
  assertMayManageClasses(actor);
}

async function isListed(tx: Tx, year: number): Promise<boolean> {
  const listed = await tx.rows<object>(
    `SELECT 1 FROM public_holidays WHERE day BETWEEN make_date($1::int, 1, 1) AND make_date($1::int, 12, 31) LIMIT 1`,
    [year],
  );
  return listed.length > 0;
}

async function load(tx: Tx, id: string): Promise<PublicHoliday> {
  return found(await find(tx, id));
}

async function find(tx: Tx, id: string): Promise<PublicHoliday | null> {
  return tx.findOne(PublicHoliday, { where: { id }, lock: { mode: 'pessimistic_write' } });
}
