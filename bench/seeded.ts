/** Chance that falls the same way for the same seed. */
export class Seeded {
  constructor(private state: number) {}

  chance(share: number): boolean {
    return this.random() < share;
  }

  pick<T>(choices: readonly T[]): T {
    return choices[Math.floor(this.random() * choices.length)]!;
  }

  /** A whole number of these, both ends included. */
  between(least: number, most: number): number {
    return least + Math.floor(this.random() * (most - least + 1));
  }

  shuffled<T>(things: readonly T[]): T[] {
    return things
      .map((thing) => ({ thing, place: this.random() }))
      .toSorted((one, other) => one.place - other.place)
      .map(({ thing }) => thing);
  }

  protected random(): number {
    this.state = (this.state + step) | 0;
    return scattered(this.state) / 2 ** 32;
  }
}

const step = 0x6d2b79f5;

/** Mulberry32: small, even, and the same everywhere. @returns 32 bits */
export function scattered(state: number): number {
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return (mixed ^ (mixed >>> 14)) >>> 0;
}
