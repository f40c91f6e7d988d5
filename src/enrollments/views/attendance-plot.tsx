import { showDay } from '../../platform/clock';
import { useLocale, useWords } from '../../platform/pages/page-context';
import { columns } from '../../platform/plots/bars';
import type { Tone } from '../../platform/plots/draw';
import { Plot } from '../../platform/plots/plot';
import type { AttendanceMark } from '../attendance-line.entity';
import type { HalfDaySheet } from '../attendance.queries';
import { attendanceWords, choiceWords, markWords } from '../attendance.words';
import { halfDayTitle } from '../half-day-title';

const tones: readonly (readonly [AttendanceMark, Tone])[] = [
  ['present', 'blue'],
  ['excused', 'gold'],
  ['unexcused', 'red'],
  ['unmarked', 'empty'],
];

/** Who came to each half-day that was marked, in their order; nothing before the first. */
export function AttendancePlot({ sheets }: { sheets: readonly HalfDaySheet[] }) {
  const say = useWords(attendanceWords);
  const locale = useLocale();
  const names = { ...useWords(choiceWords), unmarked: useWords(markWords).unmarked };
  const marked = sheets.filter((sheet) => sheet.cancelledAt === null && sheet.people > sheet.unmarked);
  if (marked.length === 0) return null;
  const absent = ({ excused, unexcused }: HalfDaySheet) => excused + unexcused;
  const worst = marked.reduce((one, other) => (absent(other) > absent(one) ? other : one));
  return (
    <Plot
      id="plot-attendance"
      title={
        absent(worst) > 0
          ? say.plotAbsent(halfDayTitle(worst, locale), absent(worst), worst.people)
          : say.plotNobodyAbsent(marked.length)
      }
      drawing={columns({
        rows: marked.map(({ day }) => showDay(day).slice(0, 5)),
        series: tones.map(([mark, tone]) => ({ name: names[mark], tone, values: marked.map((sheet) => sheet[mark]) })),
      })}
    />
  );
}
