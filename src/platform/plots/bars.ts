import { type Drawing, drawing, ink, inkOn, line, lookOf, type Size, type Tone, widths } from './draw';
import { largest } from '../lists';

/** Counts of one kind, one for each row in their order; what is 0 is not drawn. */
interface Series {
  readonly name: string;
  readonly tone: Tone;
  readonly values: readonly number[];
}

export interface Bars {
  /** What each bar is of. */
  readonly rows: readonly string[];
  /** Stacked on each other. */
  readonly series: readonly Series[];
  /** What stands at the end of each bar, where the stacked numbers do not say it. */
  readonly says?: readonly string[];
  /** The end of the scale; the largest bar unless told. */
  readonly most?: number;
}

/** A bar across for each row: names of any length have their place, on a phone too. */
export function barsAcross({ rows, series: all, says, most }: Bars): Drawing {
  const series = whatIsThere(all);
  const rowHeight = 30;
  return drawing((size) => {
    const top = legendHeight(size, series);
    return {
      height: top + rows.length * rowHeight + 24,
      option: {
        ...legend(series),
        grid: { top, left: 4, right: says ? endOf(says) : 24, bottom: 4, containLabel: true },
        xAxis: { ...counts, ...(most === undefined ? {} : { max: most }), splitNumber: size === 'wide' ? 6 : 3 },
        yAxis: {
          type: 'category',
          inverse: true,
          data: [...rows],
          axisLabel: { color: ink, fontSize: 14, width: size === 'wide' ? 240 : 110, overflow: 'truncate' },
          axisTick: { show: false },
          axisLine: { lineStyle: { color: line } },
        },
        series: [
          ...series.map((one) => ({
            ...stacked(one),
            barMaxWidth: 22,
            label: says && series.length === 1 ? undefined : inside(one, series, size),
          })),
          ...(says ? [atTheEnd(says)] : []),
        ],
      },
    };
  });
}

/** A column for each row, in their order: weeks, half-days, marks. */
export function columns({ rows, series: all, most }: Bars): Drawing {
  const series = whatIsThere(all);
  return drawing((size) => {
    const top = legendHeight(size, series);
    const labels = size === 'wide' ? 20 : 7;
    return {
      height: top + 240,
      option: {
        ...legend(series),
        grid: { top: top + 8, left: 8, right: 24, bottom: 4, containLabel: true },
        xAxis: {
          type: 'category',
          data: [...rows],
          axisLabel: { color: ink, fontSize: 12, interval: Math.ceil(rows.length / labels) - 1 },
          axisTick: { alignWithLabel: true },
          axisLine: { lineStyle: { color: line } },
        },
        yAxis: { ...counts, ...(most === undefined ? {} : { max: most }) },
        series: series.map((one) => ({ ...stacked(one), barMaxWidth: 40 })),
      },
    };
  });
}

/** The number inside its bar. */
function inside({ tone, values }: Series, series: readonly Series[], size: Size) {
  return {
    show: true,
    fontSize: 12,
    color: inkOn(tone),
    textBorderWidth: 0,
    formatter: ({ dataIndex }: { dataIndex: number }) => fitting(values[dataIndex]!, series, size),
  };
}

/** A bar of no length after the others, for the words at their end. */
function atTheEnd(says: readonly string[]) {
  return {
    type: 'bar' as const,
    stack: 'all',
    data: says.map(() => 0),
    itemStyle: { color: 'none' },
    label: {
      show: true,
      position: 'right' as const,
      color: ink,
      fontSize: 13,
      formatter: ({ dataIndex }: { dataIndex: number }) => says[dataIndex]!,
    },
  };
}

/** What nobody is counted in needs no word in the legend. */
const whatIsThere = (series: readonly Series[]) => series.filter(({ values }) => values.some((value) => value > 0));

function stacked({ name, tone, values }: Series) {
  return {
    type: 'bar' as const,
    stack: 'all',
    name,
    // Nothing is drawn for nothing: a bar of no height would still be an element.
    data: values.map((value) => (value > 0 ? value : null)),
    itemStyle: lookOf(tone),
    cursor: 'default',
  };
}

/** Nothing where the bar is too short for its number. */
function fitting(value: number, series: readonly Series[], size: Size): string {
  const sums = series[0]!.values.map((_, row) => series.reduce((sum, { values }) => sum + values[row]!, 0));
  const room = (value / Math.max(1, largest(sums))) * (widths[size] * 0.6);
  return room > 9 * String(value).length + 4 ? String(value) : '';
}

const counts = {
  type: 'value',
  minInterval: 1,
  axisLabel: { color: ink, fontSize: 12 },
  splitLine: { lineStyle: { color: line } },
} as const;

const endOf = (says: readonly string[]) => Math.max(0, largest(says.map((text) => text.length))) * 7 + 12;

const legend = (series: readonly Series[]) =>
  series.length < 2
    ? {}
    : {
        legend: {
          top: 0,
          left: 0,
          data: series.map(({ name }) => name),
          textStyle: { color: ink, fontSize: 13 },
          itemWidth: 26,
          itemGap: 12,
          selectedMode: false,
          borderColor: line,
        },
      };

/** As many lines as its words need; 0 where there is nothing to tell apart. */
function legendHeight(size: Size, series: readonly Series[]): number {
  if (series.length < 2) return 0;
  let [lines, used] = [1, 0];
  for (const { name } of series) {
    const needed = 45 + name.length * 7;
    if (used > 0 && used + needed > widths[size]) [lines, used] = [lines + 1, 0];
    used += needed;
  }
  return lines * 24 + 8;
}
