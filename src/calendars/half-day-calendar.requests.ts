import { daysBetween } from '../platform/clock';
import { PageQuery } from '../platform/paging';
import { InvalidInput } from '../platform/problems/refusals';
import { DayField, Id, OneOf, WholeNumber } from '../platform/request-fields';

const mostDays = 62;

export class HalfDaysQuery extends PageQuery {
  @DayField()
  readonly from: string;

  @DayField({ description: `Its half-days are included; at most ${mostDays} days in one request.` })
  readonly to: string;

  @Id({ optional: true })
  readonly courseId?: string;

  @Id({ optional: true, description: 'The room of the half-day, or of its class where it has none of its own.' })
  readonly roomId?: string;

  @Id({ optional: true })
  readonly lecturerId?: string;

  @Id({
    optional: true,
    description: 'Only classes with people of this unit enrolled or nominated; a unit the caller may see.',
  })
  readonly unitId?: string;
}

/** @throws InvalidInput when the days are in the wrong order, or too many for one request */
export function assertFewDays({ from, to }: Pick<HalfDaysQuery, 'from' | 'to'>): void {
  const days = daysBetween(from, to) + 1;
  if (days < 1) {
    throw InvalidInput.field('to', 'before_from', {
      vi: 'Ngày cuối đứng trước ngày đầu. Hãy đổi lại.',
      en: 'The last day lies before the first; change one of them.',
    });
  }
  if (days > mostDays) {
    throw InvalidInput.field('to', 'too_many_days', {
      vi: `Mỗi lần chỉ xem được ${mostDays} ngày. Hãy chia thành nhiều lần.`,
      en: `At most ${mostDays} days at a time; ask for the rest in further requests.`,
    });
  }
}

const calendarViews = ['month', 'week'] as const;
export type CalendarView = (typeof calendarViews)[number];

/** What the address of the calendar page names; everything may be left out. */
export class CalendarPageQuery {
  @OneOf(calendarViews, { optional: true })
  readonly view?: CalendarView;

  @DayField({ optional: true })
  readonly day?: string;

  @Id({ optional: true })
  readonly courseId?: string;

  @Id({ optional: true })
  readonly roomId?: string;

  @Id({ optional: true })
  readonly lecturerId?: string;

  @Id({ optional: true })
  readonly unitId?: string;
}

export class RoomBoardQuery {
  @DayField({ optional: true })
  readonly day?: string;
}

export class LoadQuery {
  @WholeNumber({ min: 2000, max: 2100, optional: true })
  readonly year?: number;
}
