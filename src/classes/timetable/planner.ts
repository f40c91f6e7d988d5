import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/database';
import { type DayPart, dayParts, minutesNeeded } from '../day-parts';
import { HalfDayTimesQueries } from '../places/half-day-times.queries';
import { PublicHolidaysQueries } from '../holidays/holidays.queries';
import { halfDayOn, planTimetable, type TimetablePattern, type TimetablePlan, type WantedHalfDay } from './pattern';
import type { TrainingClass } from '../training-class.entity';

export type WantedHalfDays = { readonly pattern: TimetablePattern } | { readonly halfDay: WantedHalfDay };

/** Plans by the office's own list of holidays and the times of the place. */
@Injectable()
export class TimetablePlanner {
  constructor(
    private readonly holidays: PublicHolidaysQueries,
    private readonly times: HalfDayTimesQueries,
  ) {}

  /** @throws InvalidInput naming what to mend */
  async plan(
    tx: Tx,
    { mode, roomId }: Pick<TrainingClass, 'mode' | 'roomId'>,
    wanted: WantedHalfDays,
  ): Promise<TimetablePlan> {
    const one = 'pattern' in wanted ? wanted.pattern : wanted.halfDay;
    const times = await this.times.of(one.roomId ?? roomId, tx);
    if ('halfDay' in wanted) return { planned: [halfDayOn(wanted.halfDay, times)], skipped: [] };
    const offOn = await this.holidays.daysOff(wanted.pattern.from, mode === 'part_time', tx);
    return planTimetable(wanted.pattern, { offOn, times });
  }

  /** The parts of what was planned that are too short for their periods, and the minutes those need at that place. */
  async tooShort(
    tx: Tx,
    classRoomId: string | null,
    planned: TimetablePlan['planned'],
  ): Promise<{ readonly parts: readonly DayPart[]; readonly needed: number } | null> {
    const roomId = planned[0]!.roomId ?? classRoomId;
    const needed = minutesNeeded((await this.times.lengthsOf(roomId === null ? [] : [roomId], tx))(roomId));
    const short = planned.filter(({ startsAt, endsAt }) => endsAt.getTime() - startsAt.getTime() < needed * 60_000);
    const parts = dayParts.filter((part) => short.some((halfDay) => halfDay.part === part));
    return parts.length > 0 ? { parts, needed } : null;
  }

  /** The years of what was planned that have no list of holidays yet. */
  async yearsUnlisted(tx: Tx, planned: TimetablePlan['planned']): Promise<number[]> {
    const listed = await this.holidays.years(tx);
    return [...new Set(planned.map(({ day }) => Number(day.slice(0, 4))))].filter((year) => !listed.includes(year));
  }

  /** One half-day with the times of its place. @throws InvalidInput */
  async halfDay(tx: Tx, roomId: string | null, wanted: WantedHalfDay): Promise<TimetablePlan['planned'][number]> {
    return halfDayOn(wanted, await this.times.of(roomId, tx));
  }
}
