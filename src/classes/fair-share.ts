/** A unit and how many of its cadres qualify and still lack what the course gives. */
export interface Claim {
  readonly unitId: string;
  readonly eligible: number;
}

/**
 * Shares `seats` out by largest remainder over the units' eligible cadres, at least one to each unit that has any.
 * When there are fewer seats than such units, the units with most eligible cadres get one each.
 * @returns seats per unit in the order given; the sum is `seats`, or less when there are no claims
 */
export function fairShare(claims: readonly Claim[], seats: number): { unitId: string; seats: number }[] {
  const claiming = claims
    .filter(({ eligible }) => eligible > 0)
    .toSorted((one, other) => other.eligible - one.eligible);
  const total = claiming.reduce((sum, { eligible }) => sum + eligible, 0);
  const first = new Map(claiming.slice(0, seats).map(({ unitId }) => [unitId, 1]));

  const left = seats - first.size;
  const quotas = claiming.map(({ unitId, eligible }) => ({
    unitId,
    exact: Math.max(0, (eligible / total) * seats - 1),
  }));
  const exactTotal = quotas.reduce((sum, { exact }) => sum + exact, 0);
  const scaled = quotas.map(({ unitId, exact }) => ({
    unitId,
    exact: exactTotal > 0 ? (exact / exactTotal) * left : left / quotas.length,
  }));
  const whole = new Map(scaled.map(({ unitId, exact }) => [unitId, Math.floor(exact + 1e-9)]));
  const given = [...whole.values()].reduce((sum, count) => sum + count, 0);
  const byRemainder = scaled.toSorted((one, other) => remainder(other.exact) - remainder(one.exact));
  for (const { unitId } of byRemainder.slice(0, Math.max(0, left - given))) whole.set(unitId, whole.get(unitId)! + 1);

  return claims.map(({ unitId }) => ({ unitId, seats: (first.get(unitId) ?? 0) + (whole.get(unitId) ?? 0) }));
}

const remainder = (exact: number) => exact - Math.floor(exact + 1e-9);
