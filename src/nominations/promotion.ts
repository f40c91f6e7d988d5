/** A reserve as promotion sees one. */
export interface Waiting {
  readonly unitId: string;
  /** Place among the reserves of the unit, lowest first. */
  readonly rank: number | null;
  /** Since when the place is held; null never for a reserve. */
  readonly placedAt: Date | null;
  readonly isEligible: boolean;
}

/** How the class deals with seats that the unit owning them does not need. */
export interface PoolRules {
  /** Whether units may take seats of the common pool. */
  readonly poolOpen: boolean;
  /** Whether a freed seat that its unit cannot use goes to whoever waits in the pool's order. */
  readonly freedToPool: boolean;
  /** Whether the day until which units keep unused seats is over: what is freed then and not needed is the pool's. */
  readonly isReleased: boolean;
}

export interface Promotions<Reserve> {
  /** In the order in which seats are taken; `from` is the unit that owns the seat, null the pool. */
  readonly promoted: readonly { readonly reserve: Reserve; readonly from: string | null }[];
  /** A seat was free when their turn came, but they no longer qualify. */
  readonly passedOver: readonly Reserve[];
  /** The unit whose freed seat goes to the pool, before anybody is seated; null when none does. */
  readonly givesToPool: string | null;
}

/**
 * Who moves up when seats are free: each unit's own seats go to its reserves by rank, then the pool's, where the class
 * has one open. For the pool the first of each unit stand side by side, and whoever has waited longest comes first: a
 * unit's ranking is its own in the pool too.
 * @param free how many seats are free, by the unit that owns them; null is the pool
 * @param freedUnit the owner of a seat that was freed just now; null when none was, or when it was the pool's
 */
export function promotionsOf<Reserve extends Waiting>(
  waiting: readonly Reserve[],
  free: ReadonlyMap<string | null, number>,
  { poolOpen, freedToPool, isReleased }: PoolRules,
  freedUnit: string | null = null,
): Promotions<Reserve> {
  const left = new Map(free);
  const promoted = new Map<Reserve, string | null>();
  const passedOver = new Set<Reserve>();

  const seat = (reserves: readonly Reserve[], owner: string | null): void => {
    for (const reserve of reserves) {
      const seats = left.get(owner) ?? 0;
      if (seats === 0) return;
      if (promoted.has(reserve)) continue;
      if (!reserve.isEligible) {
        passedOver.add(reserve);
        continue;
      }
      promoted.set(reserve, owner);
      left.set(owner, seats - 1);
    }
  };

  for (const unitId of new Set(waiting.map((reserve) => reserve.unitId)))
    seat(waiting.filter((reserve) => reserve.unitId === unitId).toSorted(byRank), unitId);

  const unneeded = freedUnit === null ? 0 : (left.get(freedUnit) ?? 0);
  const isHandedIn = isReleased && unneeded > 0;
  if (isHandedIn) {
    left.set(freedUnit, unneeded - 1);
    left.set(null, (left.get(null) ?? 0) + 1);
  }

  const inPoolOrder = mergedByArrival(waiting);
  if (poolOpen) seat(inPoolOrder, null);

  const before = promoted.size;
  if (!isHandedIn && poolOpen && freedToPool && unneeded > 0) {
    left.set(null, 1);
    seat(inPoolOrder, null);
  }
  return {
    promoted: [...promoted].map(([reserve, from]) => ({ reserve, from })),
    passedOver: [...passedOver],
    givesToPool: isHandedIn || promoted.size > before ? freedUnit : null,
  };
}

const byRank = (one: Waiting, other: Waiting) => one.rank! - other.rank!;

/** Takes the longest waiting of the units' first reserves, again and again. */
function mergedByArrival<Reserve extends Waiting>(waiting: readonly Reserve[]): Reserve[] {
  const queues = [...new Set(waiting.map(({ unitId }) => unitId))].map((unitId) =>
    waiting.filter((reserve) => reserve.unitId === unitId).toSorted(byRank),
  );
  const merged: Reserve[] = [];
  while (merged.length < waiting.length) {
    const queue = queues.filter(([first]) => first).toSorted(([one], [other]) => byArrival(one!, other!))[0]!;
    merged.push(queue.shift()!);
  }
  return merged;
}

const byArrival = (one: Waiting, other: Waiting) =>
  Number(one.placedAt) - Number(other.placedAt) || one.unitId.localeCompare(other.unitId);
