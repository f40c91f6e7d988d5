import type { HalfDayItem } from '../classes/classes.queries';
import { type DayPart, dayParts } from '../classes/day-parts';
import { showTime } from '../platform/clock';

/** How closely the half-days are set, so that they fit one sheet of A4. */
type SheetDensity = 'roomy' | 'close' | 'dense';

export interface PrintedHalfDay extends HalfDayItem {
  /** Only where it differs from the usual time of its part. */
  readonly ownTime: string | null;
  /** Places in the legend, from 1; a room is named there only when the class uses several. */
  readonly roomMark: number | null;
  readonly lecturerMark: number | null;
}

export interface TimetableSheet {
  readonly density: SheetDensity;
  readonly months: readonly { readonly month: string; readonly halfDays: readonly PrintedHalfDay[] }[];
  readonly usualTimes: readonly { readonly part: DayPart; readonly time: string }[];
  /** Ids of the rooms the class is held in, the most used first. */
  readonly roomIds: readonly string[];
  readonly lecturers: readonly string[];
  readonly held: number;
}

/** On paper up to this many stand upright in two columns; more need the sheet across, and still more smaller letters. */
const mostRoomy = 30;
const mostClose = 80;

export function sheetOf(halfDays: readonly HalfDayItem[]): TimetableSheet {
  const held = halfDays.filter(({ cancelledAt }) => cancelledAt === null);
  const usual = new Map(dayParts.map((part) => [part, mostUsed(timesOf(halfDays, part))[0]]));
  const roomIds = mostUsed(held.flatMap(({ heldRoomId }) => heldRoomId ?? []));
  const lecturers = [...new Set(held.map(({ lecturerName }) => lecturerName).filter((name) => name !== null))];
  const printed = halfDays.map((halfDay): PrintedHalfDay => {
    const time = timeOf(halfDay);
    return {
      ...halfDay,
      ownTime: time === usual.get(halfDay.part) ? null : time,
      roomMark: roomIds.length > 1 ? placeIn(roomIds, halfDay.heldRoomId) : null,
      lecturerMark: placeIn(lecturers, halfDay.lecturerName),
    };
  });
  const months = [...new Set(printed.map(({ day }) => day.slice(0, 7)))];
  return {
    density: halfDays.length <= mostRoomy ? 'roomy' : halfDays.length <= mostClose ? 'close' : 'dense',
    months: months.map((month) => ({ month, halfDays: printed.filter(({ day }) => day.startsWith(month)) })),
    usualTimes: dayParts.flatMap((part) => {
      const time = usual.get(part);
      return time ? [{ part, time }] : [];
    }),
    roomIds,
    lecturers,
    held: held.length,
  };
}

const timeOf = ({ startsAt, endsAt }: HalfDayItem) => `${showTime(startsAt)}–${showTime(endsAt)}`;

const timesOf = (halfDays: readonly HalfDayItem[], part: DayPart) =>
  halfDays.filter((halfDay) => halfDay.part === part).map(timeOf);

function placeIn(list: readonly string[], value: string | null): number | null {
  return value !== null && list.includes(value) ? list.indexOf(value) + 1 : null;
}

function mostUsed(values: readonly string[]): string[] {
  const count = (wanted: string) => values.filter((value) => value === wanted).length;
  return [...new Set(values)].toSorted((one, other) => count(other) - count(one));
}
