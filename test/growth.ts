/**
 * How many times longer work takes for ten times as much: about 10 when its time grows with the amount, about 100 with
 * its square. The least of seven rounds, because machines pause.
 */
export function growth(work: (amount: number) => void, amount: number): number {
  work(amount);
  const least = (of: number) => Math.min(...[1, 2, 3, 4, 5, 6, 7].map(() => timed(() => work(of))));
  return least(amount * 10) / least(amount);
}

function timed(work: () => void): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}
