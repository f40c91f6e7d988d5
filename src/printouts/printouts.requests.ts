import { DayField, Id, OneOf, Text, WholeNumber } from '../platform/request-fields';
import { type AttendanceFilling, attendanceFillings, type PaperFormat, paperFormats } from './sheets';

export class PaperQuery {
  @OneOf(paperFormats, { optional: true, description: '`pdf` unless told.' })
  readonly format?: PaperFormat;
}

export class PrintoutQuery extends PaperQuery {
  @Id({ optional: true, description: 'Only people this unit sent.' })
  readonly unitId?: string;

  @Text({
    optional: true,
    max: 10,
    description:
      'Only people of the group with this number, or `none`; `each` prints the attendance of every group on pages of its own.',
  })
  readonly group?: string;

  @WholeNumber({
    min: 1,
    max: 1000,
    optional: true,
    description: 'Attendance: number of the first half-day; the first of the class unless told.',
  })
  readonly from?: number;

  @WholeNumber({
    min: 1,
    max: 1000,
    optional: true,
    description: 'Attendance: number of the last half-day; the last of the class unless told.',
  })
  readonly to?: number;

  @OneOf(attendanceFillings, { optional: true, description: 'Attendance: blank to be signed, or as recorded.' })
  readonly filling?: AttendanceFilling;

  @Text({ optional: true, max: 40, description: 'Papers with a number: the one on the paper.' })
  readonly number?: string;

  @DayField({ optional: true, description: 'Papers with a number: the day on the paper.' })
  readonly day?: string;

  @Text({ optional: true, max: 600, description: 'Decisions: further grounds, one a line.' })
  readonly grounds?: string;

  @Text({ optional: true, max: 2000, description: 'Invitation: who is invited, one a line; a page for each.' })
  readonly guests?: string;
}
