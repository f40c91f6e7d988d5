import type { ClassItem } from '../../classes/classes.queries';
import { hasEnded } from '../../classes/training-class.states';
import { dayOf, daysBetween, type Day, showDay } from '../../platform/clock';
import { useWords } from '../../platform/pages/page-context';
import { Plot } from '../../platform/plots/plot';
import { steps } from '../../platform/plots/steps';
import { nominationWords } from '../nominations.words';

export interface SentPerDay {
  readonly day: Day;
  readonly count: number;
}

/** How nominations came in while the call was open, whatever became of them; nothing before it opens. */
export function CallPlot({
  item: { callOpensAt, callClosesAt, capacity, state },
  sent,
  seesAll,
  today,
}: {
  item: ClassItem;
  sent: readonly SentPerDay[];
  /** Whether of every unit: only then can the seats of the class be held against them. */
  seesAll: boolean;
  today: Day;
}) {
  const say = useWords(nominationWords);
  if (!callOpensAt || !callClosesAt || dayOf(callOpensAt) > today) return null;
  const [opens, closes] = [dayOf(callOpensAt), dayOf(callClosesAt)];
  const days = sent.map(({ day }) => day);
  const count = (of: readonly SentPerDay[]) => of.reduce((sum, each) => sum + each.count, 0);
  const late = count(sent.filter(({ day }) => day > closes));
  const by = showDay(closes);
  const so = seesAll ? say.plotSentOf(count(sent), capacity) : say.plotSent(count(sent));
  const remaining = hasEnded(state) ? '' : say.plotUntil(by, daysBetween(today, closes));
  const until = today > closes ? say.plotOver(by, late) : remaining;
  return (
    <Plot
      id="plot-call"
      title={`${sent.length === 0 ? say.plotNobody : so}${until}`}
      drawing={steps({
        from: [opens, ...days].toSorted()[0]!,
        to: [closes, ...days].toSorted().at(-1)!,
        perDay: sent,
        today,
        mark: { day: closes, name: say.plotDeadline(by) },
        ...(seesAll ? { level: { at: capacity, name: say.plotSeats(capacity) } } : {}),
      })}
    />
  );
}
