import { type CourseKind, courseKinds } from '../courses/course.entity';
import { addDays, type Day, showDay } from '../platform/clock';
import { barsAcross, columns } from '../platform/plots/bars';
import type { Drawing, Tone } from '../platform/plots/draw';
import type { RoomLoad, WeekLoad } from './load-plot.queries';
import { weekOf } from './month-calendar';

/** Half-days of one week by kind of course. */
export interface LoadedWeek {
  readonly monday: Day;
  readonly sunday: Day;
  readonly byKind: Readonly<Record<CourseKind, number>>;
  readonly total: number;
}

/** Every week a year touches, the empty ones too, so that pauses are seen. */
export function weeksOfYear(year: number, loads: readonly WeekLoad[]): LoadedWeek[] {
  const weeks: LoadedWeek[] = [];
  for (let { from } = weekOf(`${year}-01-01`); from <= `${year}-12-31`; from = addDays(from, 7)) {
    const inWeek = loads.filter(({ monday }) => monday === from);
    const count = (kind: CourseKind) => inWeek.find((load) => load.kind === kind)?.halfDays ?? 0;
    const byKind = { short: count('short'), theory: count('theory'), study_session: count('study_session') };
    const total = courseKinds.reduce((sum, kind) => sum + byKind[kind], 0);
    weeks.push({ monday: from, sunday: addDays(from, 6), byKind, total });
  }
  return weeks;
}

const tones: Readonly<Record<CourseKind, Tone>> = { short: 'blue', theory: 'red', study_session: 'gold' };

export function plotOfWeeks(weeks: readonly LoadedWeek[], nameOf: Readonly<Record<CourseKind, string>>): Drawing {
  return columns({
    rows: weeks.map(({ monday }) => showDay(monday).slice(0, 5)),
    series: courseKinds.map((kind) => ({
      name: nameOf[kind],
      tone: tones[kind],
      values: weeks.map(({ byKind }) => byKind[kind]),
    })),
  });
}

/** More bars than this are a wall; the table beside the plot has them all. */
export const roomsDrawn = 20;

export function plotOfRooms(rooms: readonly RoomLoad[], noRoom: string): Drawing {
  const drawn = rooms.slice(0, roomsDrawn);
  const values = drawn.map(({ halfDays }) => halfDays);
  return barsAcross({
    rows: drawn.map(({ roomName }) => roomName ?? noRoom),
    series: [{ name: '', tone: 'blue', values }],
    says: values.map(String),
  });
}
