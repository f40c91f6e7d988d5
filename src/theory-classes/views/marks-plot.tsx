import { showMark } from '../../enrollments/show-mark';
import { useLocale, useWords } from '../../platform/pages/page-context';
import { barsAcross } from '../../platform/plots/bars';
import type { Tone } from '../../platform/plots/draw';
import { Plot } from '../../platform/plots/plot';
import type { MarksRow } from '../marks.queries';
import type { ModuleItem } from '../theory-classes.queries';
import { theoryWords } from '../theory-classes.words';

/** Where the courses' rules do not say what a mark must reach: the middle of the scale. */
const usualMinimum = 5;
/** The lower ends of khá and giỏi as most courses have them: enough to see how marks spread, whatever a course calls them. */
const [good, veryGood] = [7, 8];

/** How the marks that count spread over each module; nothing before the first mark. */
export function MarksPlot({
  modules,
  rows,
  minimum,
}: {
  modules: readonly ModuleItem[];
  rows: readonly MarksRow[];
  minimum: number | null;
}) {
  const say = useWords(theoryWords);
  const locale = useLocale();
  const least = minimum ?? usualMinimum;
  const show = (mark: number) => showMark(mark, locale);
  const spread = modules
    .map((module) => {
      const marks = rows.flatMap((row) => row.marks.find(({ moduleId }) => moduleId === module.id)?.counted ?? []);
      const within = (from: number, to: number) => marks.filter((mark) => mark >= from && mark < to).length;
      const bands = [within(0, least), within(least, good), within(good, veryGood), within(veryGood, Infinity)];
      return { module, marks: marks.length, bands };
    })
    .filter(({ marks }) => marks > 0);
  if (spread.length === 0) return null;
  const worst = spread.reduce((one, other) => (other.bands[0]! > one.bands[0]! ? other : one));
  const bands: readonly (readonly [string, Tone])[] = [
    [say.marksBelow(show(least)), 'red'],
    [say.marksFrom(show(least), show(good)), 'gold'],
    [say.marksFrom(show(good), show(veryGood)), 'green'],
    [say.marksAtLeast(show(veryGood)), 'blue'],
  ];
  return (
    <Plot
      id="plot-marks"
      title={
        worst.bands[0]! > 0
          ? say.plotBelow(worst.module.name, worst.bands[0]!, worst.marks, show(least))
          : say.plotNobodyBelow(show(least), spread.length)
      }
      drawing={barsAcross({
        rows: spread.map(({ module }) => `${module.number}. ${module.name}`),
        series: bands.map(([name, tone], at) => ({ name, tone, values: spread.map((one) => one.bands[at]!) })),
      })}
    />
  );
}
