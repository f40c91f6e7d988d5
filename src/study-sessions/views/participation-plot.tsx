import { useWords } from '../../platform/pages/page-context';
import { barsAcross } from '../../platform/plots/bars';
import { Plot } from '../../platform/plots/plot';
import { addUp, heldOnes } from '../participation';
import type { Participation } from '../participation.queries';
import { studyWords } from '../study-sessions.words';
import { largest } from '../../platform/lists';

/** Who of those who must attend did, by unit, over those of the studies that were held; nothing before the first of them was marked. */
export function ParticipationPlot({ participation: all }: { participation: readonly Participation[] }) {
  const say = useWords(studyWords);
  const participation = heldOnes(all);
  const units = [...new Set(participation.map(({ unitCode }) => unitCode))]
    .toSorted()
    .map((unitCode) => ({ unitCode, ...addUp(participation.filter((part) => part.unitCode === unitCode)) }))
    .filter(({ obliged }) => obliged > 0);
  const total = addUp(participation);
  if (total.attendedMembers === 0) return null;
  const missing = units.map(({ obliged, attendedMembers }) => obliged - attendedMembers);
  const most = units[missing.indexOf(largest(missing))]!;
  const lack = most.obliged - most.attendedMembers;
  return (
    <Plot
      id="plot-participation"
      title={
        lack > 0
          ? say.plotMissing(total.attendedMembers, total.obliged, most.unitCode, lack, most.obliged)
          : say.plotAllCame(total.obliged)
      }
      drawing={barsAcross({
        rows: units.map(({ unitCode }) => unitCode),
        series: [
          { name: say.plotCame, tone: 'blue', values: units.map(({ attendedMembers }) => attendedMembers) },
          { name: say.plotMissed, tone: 'empty', values: missing },
        ],
        says: units.map(({ attendedMembers, obliged }) => `${attendedMembers}/${obliged}`),
      })}
    />
  );
}
