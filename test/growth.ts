/**
 * How many times longer work takes for ten times as much: about 10 when its time grows with the amount, about 100 with
 * its square. Of the processor, which others on the machine do not take from it; the least of seven rounds.
 */
export function growth(work: (amount: number) => void, amount: number): number {
  work(amount);
  const least = (of: number) => Math.min(...[1, 2, 3, 4, 5, 6, 7].map(() => timed(() => work(of))));
  return least(amount * 10) / least(amount);
}

function timed(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return user + system;
}
