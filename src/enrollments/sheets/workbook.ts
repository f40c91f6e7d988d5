import { momentAt, showMoment } from '../../platform/clock';
import { calendarDay } from '../../platform/sheets/cells';
import type { WrittenCell } from '../../platform/sheets/xlsx/written-cell';
import type { AttendanceMark } from '../attendance-line.entity';
import { guestOf } from '../attendance.words';
import { headings, inHeading, outHeading, type WorkbookHalfDay } from './headings';

export interface WorkbookPerson {
  readonly enrollmentId: string;
  readonly personId: string;
  readonly personCode: string;
  readonly fullName: string;
  readonly unitName: string;
  /** Code of the class a guest is from. */
  readonly guestFrom: string | null;
  /** By the id of the half-day. */
  readonly lines: Readonly<Record<string, WorkbookLine>>;
}

interface WorkbookLine {
  readonly mark: AttendanceMark;
  readonly expected: boolean;
  readonly wasIn: boolean;
  readonly wasOut: boolean;
}

const shortMarks = { present: 'x', excused: 'P', unexcused: 'K', unmarked: '' } as const;
/** At a half-day from before the person joined, or that a guest is not at; read back as blank. */
const notThere = '–';
export const classCodeLabel = 'Mã lớp:';
const takenAtLabel = 'Lập lúc';

/** The minute a workbook says it was handed out; null where the text says nothing of it. */
export function takenAtIn(text: string): Date | null {
  const [, time, date, month, year] =
    new RegExp(`^${takenAtLabel} (\\d\\d:\\d\\d) (\\d\\d)/(\\d\\d)/(\\d{4})$`).exec(text) ?? [];
  const day = calendarDay(Number(year), Number(month), Number(date));
  return day && time && time < '24' ? momentAt(day, time) : null;
}

/**
 * The roster with a column for each half-day, and for a single one also who went out; filled in as far as it is known.
 * It comes back in the same shape, so it is in Vietnamese whoever asks for it.
 */
export function attendanceWorkbook(
  { code, name }: { readonly code: string; readonly name: string },
  halfDays: readonly WorkbookHalfDay[],
  people: readonly WorkbookPerson[],
  takenAt: Date,
): { widths: number[]; rows: (readonly (WrittenCell | null)[])[] } {
  const [only] = halfDays;
  const hasOuts = halfDays.length === 1;
  const titles = halfDays.map(inHeading);
  const columns = ['TT', headings.code, headings.name, headings.unit, ...titles];
  if (hasOuts) columns.push(outHeading(only!));
  columns.push(headings.reason);
  const across = (value: string, look: WrittenCell['look']) => [{ value, look, columns: columns.length }];
  const rows = people.map(({ personCode, fullName, unitName, guestFrom, lines }, index) => [
    { value: index + 1 },
    ...[personCode, fullName, unitWithGuestFrom(unitName, guestFrom)].map((value) => ({ value })),
    ...halfDays.map(({ id }) => ({ value: shortMarkOf(lines[id]) })),
    ...(hasOuts ? [{ value: lines[only!.id]?.wasOut ? 'x' : '' }] : []),
    { value: '' },
  ]);
  return {
    widths: [5, 14, 28, 28, ...titles.map(() => 12), ...(hasOuts ? [12] : []), 30],
    rows: [
      across('DANH SÁCH ĐIỂM DANH', 'title'),
      across(name, 'bold'),
      across(`${classCodeLabel} ${code}`, 'italic'),
      across(`${takenAtLabel} ${showMoment(takenAt)}`, 'italic'),
      across(
        'x: có mặt · P: vắng có phép · K: vắng không phép · –: chưa vào lớp, không học buổi này · để trống: giữ nguyên. Muốn sửa người đã điểm danh thì ghi lý do ở cột cuối.',
        'italic',
      ),
      [],
      columns.map((value) => ({ value, look: 'heading' as const })),
      ...rows,
    ],
  };
}

/** A guest's unit with the class they are from, as lists in Vietnamese name them. */
export const unitWithGuestFrom = (unitName: string, guestFrom: string | null): string =>
  guestFrom === null ? unitName : `${unitName} (${guestOf.vi.guest(guestFrom)})`;

const shortMarkOf = (line: WorkbookLine | undefined) =>
  !line || (line.mark === 'unmarked' && !line.expected) ? notThere : shortMarks[line.mark];
