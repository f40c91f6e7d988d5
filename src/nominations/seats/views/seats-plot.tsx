import { useWords } from '../../../platform/pages/page-context';
import { barsAcross } from '../../../platform/plots/bars';
import { Plot } from '../../../platform/plots/plot';
import { seatWords } from '../seats.words';
import type { SeatShare } from '../shares.queries';

/** The seats of each unit and of the pool: taken, free, and who waits for one. */
export function SeatsPlot({ shares }: { shares: readonly SeatShare[] }) {
  const say = useWords(seatWords);
  const nameOf = ({ unitCode }: SeatShare) => unitCode ?? say.pool;
  const all = shares.reduce((sum, { seats }) => sum + seats, 0);
  const free = shares.reduce((sum, share) => sum + share.free, 0);
  if (all === 0) return null;
  const most = shares.reduce((one, other) => (other.free > one.free ? other : one));
  const drawn = mostUnsettled(shares);
  return (
    <Plot
      id="plot-seats"
      title={free > 0 ? say.plotFree(free, all, nameOf(most), most.free, most.seats) : say.plotFull(all)}
      drawing={barsAcross({
        rows: drawn.map(nameOf),
        series: [
          { name: say.held, tone: 'blue', values: drawn.map(({ held }) => held) },
          { name: say.free, tone: 'empty', values: drawn.map((share) => share.free) },
          { name: say.reserves, tone: 'red', values: drawn.map(({ reserves }) => reserves) },
        ],
      })}
    >
      {shares.length > unitsDrawn && <p class="text-secondary">{say.mostUnsettledDrawn(unitsDrawn, shares.length)}</p>}
    </Plot>
  );
}

/** Where most is to be settled, in the order of the table: with a bar for each of many units nobody would see any. */
function mostUnsettled(shares: readonly SeatShare[]): readonly SeatShare[] {
  const unsettled = ({ free, reserves }: SeatShare) => free + reserves;
  const most = shares.toSorted((one, other) => unsettled(other) - unsettled(one)).slice(0, unitsDrawn);
  return shares.filter((share) => most.includes(share));
}

const unitsDrawn = 20;
