import { type Day, showDay } from '../../platform/clock';
import { useWords } from '../../platform/pages/page-context';
import { weekdayWords } from '../classes.labels';
import { weekdayOf } from '../weekdays';

/** "Thứ Bảy, 17/01/2026" */
export function DayWords({ day }: { day: Day }) {
  const weekdays = useWords(weekdayWords);
  return (
    <>
      {weekdays[weekdayOf(day)]}, {showDay(day)}
    </>
  );
}
