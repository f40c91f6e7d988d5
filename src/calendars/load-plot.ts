import { type EChartsOption, init } from 'echarts';
import { type CourseKind, courseKinds } from '../courses/course.entity';
import { addDays, type Day, showDay } from '../platform/clock';
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

const width = 1160;
const ink = '#1f2328';
const line = '#d5d9de';
/** Told apart by pattern and place as well; each stands out from white. */
const colours: Readonly<Record<CourseKind, string>> = { short: '#0b4a82', theory: '#a3211b', study_session: '#8a6100' };

export function plotOfWeeks(weeks: readonly LoadedWeek[], nameOf: Readonly<Record<CourseKind, string>>): string {
  return drawn(340, {
    legend: { top: 0, textStyle: { color: ink, fontSize: 14 }, itemWidth: 28 },
    grid: { top: 44, left: 8, right: 8, bottom: 8, containLabel: true },
    xAxis: {
      type: 'category',
      data: weeks.map(({ monday }) => showDay(monday).slice(0, 5)),
      axisLabel: { color: ink, fontSize: 12, interval: 3 },
      axisTick: { alignWithLabel: true },
    },
    yAxis: countAxis,
    series: courseKinds.map((kind) => ({
      type: 'bar',
      stack: 'all',
      name: nameOf[kind],
      // Nothing is drawn for nothing: a bar of no height would still be an element.
      data: weeks.map(({ byKind }) => (byKind[kind] > 0 ? byKind[kind] : null)),
      color: colours[kind],
      cursor: 'default',
    })),
  });
}

export function plotOfRooms(rooms: readonly RoomLoad[], noRoom: string): string {
  return drawn(48 + rooms.length * 34, {
    grid: { top: 8, left: 8, right: 48, bottom: 8, containLabel: true },
    xAxis: countAxis,
    yAxis: {
      type: 'category',
      inverse: true,
      data: rooms.map(({ roomName }) => roomName ?? noRoom),
      axisLabel: { color: ink, fontSize: 14, width: 320, overflow: 'truncate' },
      axisTick: { show: false },
    },
    series: [
      {
        type: 'bar',
        data: rooms.map(({ halfDays }) => halfDays),
        color: colours.short,
        barMaxWidth: 22,
        label: { show: true, position: 'right', color: ink, fontSize: 14 },
        cursor: 'default',
      },
    ],
  });
}

const countAxis = {
  type: 'value',
  minInterval: 1,
  axisLabel: { color: ink, fontSize: 12 },
  splitLine: { lineStyle: { color: line } },
} as const;

function drawn(height: number, option: EChartsOption): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption({ animation: false, aria: { enabled: true, decal: { show: true } }, ...option });
    return withoutStyles(chart.renderToSVGString());
  } finally {
    chart.dispose();
  }
}

/** The content policy refuses inline styles: what they say of a drawing is said by its attributes as well. What scripts would need is left out. */
function withoutStyles(svg: string): string {
  return svg.replace(/<style[\s\S]*?<\/style>/g, '').replace(/\sstyle="([^"]*)"/g, (_, style: string) =>
    style
      .split(';')
      .map((rule) => /^\s*([\w-]+)\s*:\s*(.+?)\s*$/.exec(rule))
      .map((rule) => (rule ? ` ${rule[1]}="${rule[2]}"` : ''))
      .join(''),
  );
}
