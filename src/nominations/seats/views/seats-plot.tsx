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
  return (
    <Plot
      id="plot-seats"
      title={free > 0 ? say.plotFree(free, all, nameOf(most), most.free, most.seats) : say.plotFull(all)}
      drawing={barsAcross({
        rows: shares.map(nameOf),
        series: [
          { name: say.held, tone: 'blue', values: shares.map(({ held }) => held) },
          { name: say.free, tone: 'empty', values: shares.map((share) => share.free) },
          { name: say.reserves, tone: 'red', values: shares.map(({ reserves }) => reserves) },
        ],
      })}
    />
  );
}
