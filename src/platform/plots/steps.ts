import { addDays, type Day, showDay } from '../clock';
import { type Drawing, drawing, ink, line, lookOf, type Size } from './draw';

/** How many there were at the end of each day. */
export interface Steps {
  readonly from: Day;
  readonly to: Day;
  /** How many more on a day; days without any may be left out. */
  readonly perDay: readonly { readonly day: Day; readonly count: number }[];
  /** A line across, such as how many there is room for. */
  readonly level?: { readonly at: number; readonly name: string };
  /** A line upright at a day. */
  readonly mark?: { readonly day: Day; readonly name: string };
  /** What has not come yet is not drawn. */
  readonly today: Day;
}

/** A sum that grows day by day. */
export function steps({ from, to, perDay, level, mark, today }: Steps): Drawing {
  const days = daysFromTo(from, to);
  const sums = days.map((day) => perDay.reduce((sum, each) => (each.day <= day ? sum + each.count : sum), 0));
  return drawing((size) => ({
    height: 240,
    option: {
      grid: { top: 30, left: 8, right: 24, bottom: 4, containLabel: true },
      xAxis: {
        type: 'category',
        data: days.map((day) => showDay(day).slice(0, 5)),
        boundaryGap: false,
        axisLabel: { color: ink, fontSize: 12, interval: Math.ceil(days.length / (size === 'wide' ? 12 : 5)) - 1 },
        axisLine: { lineStyle: { color: line } },
      },
      yAxis: {
        type: 'value',
        minInterval: 1,
        max: ({ max }: { max: number }) => Math.max(max, level?.at ?? 0, 1),
        axisLabel: { color: ink, fontSize: 12 },
        splitLine: { lineStyle: { color: line } },
      },
      series: [
        {
          type: 'line',
          step: 'end',
          showSymbol: false,
          data: sums.map((sum, at) => (days[at]! <= today ? sum : null)),
          lineStyle: { color: lookOf('blue').color, width: 3 },
          areaStyle: { color: lookOf('blue').color, opacity: 0.15 },
          cursor: 'default',
          markLine: { silent: true, symbol: 'none', data: marks(size) },
        },
      ],
    },
  }));

  function marks(size: Size) {
    const label = { color: ink, fontSize: 12 };
    const across = level && {
      yAxis: level.at,
      lineStyle: { color: ink, type: 'dashed' as const },
      label: { ...label, formatter: level.name, position: 'insideStartTop' as const },
    };
    const upright = mark && {
      xAxis: Math.max(0, days.indexOf(mark.day)),
      lineStyle: { color: lookOf('red').color, type: 'solid' as const, width: 2 },
      label: { ...label, formatter: mark.name, position: 'end' as const, align: size === 'wide' ? ('center' as const) : ('right' as const) }, // prettier-ignore
    };
    return [across, upright].filter((one) => one !== undefined);
  }
}

function daysFromTo(from: Day, to: Day): Day[] {
  const days: Day[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}
