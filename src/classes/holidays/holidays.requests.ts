import { PartialType } from '@nestjs/swagger';
import { DayField, Flag, OneOf, Text, WholeNumber } from '../../platform/request-fields';
import type { WorkingWeek } from './days-in-lieu';
import { type HolidayKind, holidayKinds } from './holidays';

export class HolidaysQuery {
  @WholeNumber({ min: 2000, max: 2100, optional: true, description: 'This year unless told.' })
  readonly year?: number;
}

export class HolidayYearRequest {
  @WholeNumber({ min: 2000, max: 2100 })
  readonly year: number;
}

export class NewHolidayRequest {
  @DayField()
  readonly day: string;

  @Text()
  readonly nameVi: string;

  @Text()
  readonly nameEn: string;

  @OneOf(holidayKinds, { description: '`working_day`: a day of a weekend, worked in compensation.' })
  readonly kind: HolidayKind;

  @Text({ max: 300, description: 'The decision or law that says so.' })
  readonly source: string;

  @Flag({ description: 'Whether somebody has checked it against its source.' })
  readonly verified?: boolean;
}

export class NationalDayRequest {
  @DayField({ description: '1 or 3 September of the year.' })
  readonly second: string;

  @Text({ max: 300, description: 'The announcement that says so.' })
  readonly source: string;
}

/** As the page of a year sends it. */
export class NationalDayOfYearRequest extends NationalDayRequest {
  @WholeNumber({ min: 2000, max: 2100, optional: true, description: 'Whose page to come back to.' })
  readonly year?: number;
}

export class YearVerifiedRequest extends HolidayYearRequest {
  @Text({ max: 300, description: 'The announcement the days were held against.' })
  readonly source: string;
}

export class WorkingWeekRequest {
  @WholeNumber({ min: 5, max: 6, description: '5: Monday to Friday; 6: to Saturday.' })
  readonly days: WorkingWeek;
}

/** What is left out stays. */
export class HolidayChangeRequest extends PartialType(NewHolidayRequest) {}
