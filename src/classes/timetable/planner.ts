import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/database';
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

  /** One half-day with the times of its place. @throws InvalidInput */
  async halfDay(tx: Tx, roomId: string | null, wanted: WantedHalfDay): Promise<TimetablePlan['planned'][number]> {
    return halfDayOn(wanted, await this.times.of(roomId, tx));
  }
}
