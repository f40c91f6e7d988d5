import { theoryLevelWords } from '../../people/person.labels';
import { isAtLeast, type TheoryLevel, theoryLevels } from '../../people/person.values';
import { useWords } from '../../platform/pages/page-context';
import { barsAcross } from '../../platform/plots/bars';
import type { Tone } from '../../platform/plots/draw';
import { Plot } from '../../platform/plots/plot';
import type { Figures } from '../figures';
import { plotWords } from '../plots.words';

interface Seats {
  readonly name: string;
  readonly seats: Figures['seats'];
}

/** How many of the allocated seats nobody has, over all; drawn of each unit or course that is shown. Nothing where none is allocated. */
export function SeatsPlot({ rows, shown: drawn = rows }: { rows: readonly Seats[]; shown?: readonly Seats[] }) {
  const say = useWords(plotWords);
  const allocated = rows.filter(({ seats }) => seats.allocated > 0);
  const shown = drawn.filter(({ seats }) => seats.allocated > 0);
  if (shown.length === 0) return null;
  const all = allocated.reduce((sum, { seats }) => sum + seats.allocated, 0);
  const free = allocated.reduce((sum, { seats }) => sum + seats.free, 0);
  const most = allocated.reduce((one, other) => (other.seats.free > one.seats.free ? other : one));
  return (
    <Plot
      id="plot-seats"
      title={free > 0 ? say.seatsFree(free, all, most.name, most.seats.free, most.seats.allocated) : say.seatsFull(all)}
      drawing={barsAcross({
        rows: shown.map(({ name }) => name),
        series: [
          { name: say.taken, tone: 'blue', values: shown.map(({ seats }) => seats.allocated - seats.free) },
          { name: say.free, tone: 'empty', values: shown.map(({ seats }) => seats.free) },
        ],
        says: shown.map(({ seats }) => (seats.free > 0 ? say.freeOf(seats.free, seats.allocated) : say.full)),
      })}
    />
  );
}

const tones: Readonly<Record<TheoryLevel, Tone>> = {
  none: 'empty',
  elementary: 'gold',
  intermediate: 'green',
  advanced: 'blue',
};

interface Cadres {
  readonly name: string;
  readonly keyCadres: number;
  readonly levels: Readonly<Record<TheoryLevel, number>>;
}

const belowIntermediate = ({ levels }: Cadres) =>
  theoryLevels.reduce((sum, level) => (isAtLeast(theoryLevels, level, 'intermediate') ? sum : sum + levels[level]), 0);

/** Key cadres by theory level, told of all units and drawn of each that is shown; nothing where there are none. */
export function LevelsPlot({ units, shown: drawn = units }: { units: readonly Cadres[]; shown?: readonly Cadres[] }) {
  const say = useWords(plotWords);
  const levels = useWords(theoryLevelWords);
  const withCadres = units.filter(({ keyCadres }) => keyCadres > 0);
  const shown = drawn.filter(({ keyCadres }) => keyCadres > 0);
  if (shown.length === 0) return null;
  const all = withCadres.reduce((sum, { keyCadres }) => sum + keyCadres, 0);
  const below = withCadres.reduce((sum, unit) => sum + belowIntermediate(unit), 0);
  const most = withCadres.reduce((one, other) => (belowIntermediate(other) > belowIntermediate(one) ? other : one));
  const few = withCadres.length > 1 ? say.cadresBelow(below, all, most.name, belowIntermediate(most), most.keyCadres) : say.cadresBelowOfOne(below, all); // prettier-ignore
  return (
    <Plot
      id="plot-levels"
      title={below > 0 ? few : say.cadresAbove(all)}
      drawing={barsAcross({
        rows: shown.map(({ name }) => name),
        series: theoryLevels.map((level) => ({
          name: levels[level],
          tone: tones[level],
          values: shown.map((unit) => unit.levels[level]),
        })),
        says: shown.map(({ keyCadres }) => String(keyCadres)),
      })}
    />
  );
}
