import type { SeatHolder, SeatShare } from '../shares.queries';
import { useWords } from '../../../platform/pages/page-context';
import { Table } from '../../../platform/pages/tables';
import { seatWords } from '../seats.words';
import type { SeatsProps } from './shown-seats';
import { Unfold } from '../../../platform/pages/unfold';
import { isWithin } from '../../../platform/access/reach';

/** What each unit has and uses; all lines and the pool add up to the capacity. */
export function SharesTable({ item, shares, holders, units }: SeatsProps) {
  const say = useWords(seatWords);
  const guests = new Map<string, number>();
  for (const { unitId, holderUnitId } of holders)
    if (unitId === null && holderUnitId !== null) guests.set(holderUnitId, (guests.get(holderUnitId) ?? 0) + 1);
  const fromPool = (unitId: string | null) => (unitId === null ? 0 : (guests.get(unitId) ?? 0));
  const rows = withAllUnits(shares, units, fromPool);
  const usesPool = guests.size > 0;
  const total = (count: (share: SeatShare) => number) => rows.reduce((sum, share) => sum + count(share), 0);
  return (
    <Table
      caption={say.seats}
      list="whole"
      hidesCaption
      rows={rows}
      empty={{ title: say.none }}
      columns={[
        {
          label: say.unit,
          isRowName: true,
          cell: ({ unitId, unitName, unitCode }) =>
            unitId === null ? (
              <>
                {say.pool}
                <small class="choice-hint row-note">{item.poolOpen ? say.poolOpen : say.poolShut}</small>
              </>
            ) : (
              (unitName ?? unitCode)
            ),
        },
        { label: say.allocated, isNumber: true, cell: ({ seats }) => seats, total: total(({ seats }) => seats) },
        { label: say.held, isNumber: true, cell: ({ held }) => held, total: total(({ held }) => held) },
        { label: say.free, isNumber: true, cell: ({ free }) => free, total: total(({ free }) => free) },
        ...(usesPool
          ? [
              {
                label: say.fromPool,
                isNumber: true,
                cell: ({ unitId }: SeatShare) => (unitId === null ? null : fromPool(unitId)),
                total: total(({ unitId }) => fromPool(unitId)),
              },
            ]
          : []),
        {
          label: say.reserves,
          isNumber: true,
          cell: ({ unitId, reserves }) => (unitId === null ? null : reserves),
          total: total(({ reserves }) => reserves),
        },
      ]}
    />
  );
}

/** Units that only sit on seats of the pool have no share of their own, and still stand in the table. */
function withAllUnits(
  shares: readonly SeatShare[],
  units: SeatsProps['units'],
  fromPool: (unitId: string) => number,
): SeatShare[] {
  const sharing = new Set(shares.map(({ unitId }) => unitId));
  const guests = units
    .filter(({ id }) => fromPool(id) > 0 && !sharing.has(id))
    .map(({ id, code, name }) => ({
      unitId: id,
      unitCode: code,
      unitName: name,
      seats: 0,
      held: 0,
      free: 0,
      reserves: 0,
    }));
  const ofUnits = [...shares.filter(({ unitId }) => unitId !== null), ...guests];
  return [
    ...ofUnits.toSorted((one, other) => (one.unitCode ?? '').localeCompare(other.unitCode ?? '')),
    ...shares.filter(({ unitId }) => unitId === null),
  ];
}

/** Seat by seat, with the names of those the reader may see; who reads for one unit sees that unit's seats. */
export function SeatBySeat({ holders, units, visibleUnits }: SeatsProps) {
  const say = useWords(seatWords);
  const seesAll = units.every(({ id }) => isWithin(visibleUnits, id));
  const isOwn = (unitId: string | null) => unitId !== null && isWithin(visibleUnits, unitId);
  const rows = holders.filter(({ unitId, holderUnitId }) => seesAll || isOwn(unitId) || isOwn(holderUnitId));
  const names = new Map<string | null, string>(units.map(({ id, name }) => [id, name]));
  const nameOf = (unitId: string | null) => names.get(unitId) ?? say.pool;
  if (rows.length === 0) return null;
  return (
    <Unfold label={say.bySeat(rows.length)}>
      <Table
        caption={say.bySeatCaption}
        list="whole"
        hidesCaption
        rows={rows}
        empty={{ title: say.none }}
        columns={[
          { label: say.number, isRowName: true, cell: ({ number }) => number },
          { label: say.owner, cell: ({ unitId }) => nameOf(unitId) },
          {
            label: say.holder,
            cell: (seat) => <Holder seat={seat} isSeen={seesAll || isOwn(seat.holderUnitId)} />,
          },
        ]}
      />
    </Unfold>
  );
}

function Holder({ seat: { nominationId, holderName }, isSeen }: { seat: SeatHolder; isSeen: boolean }) {
  const say = useWords(seatWords);
  if (nominationId === null) return <span class="quiet">{say.nobody}</span>;
  if (!isSeen) return <>{say.otherUnit}</>;
  return <a href={`/nominations/${nominationId}`}>{holderName}</a>;
}
