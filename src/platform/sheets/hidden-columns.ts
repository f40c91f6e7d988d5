/** Columns that are hidden in ranges, which may be many and may overlap. From 0. */
export class HiddenColumns {
  /** How many more ranges begin at a column than ended before it. */
  private readonly begun = new Int32Array(furthestColumn + 1);

  /** Both ends belong to it. */
  hide(first: number, last: number): void {
    if (first > last || first >= furthestColumn) return;
    this.begun[Math.max(first, 0)]!++;
    this.begun[Math.min(last + 1, furthestColumn)]!--;
  }

  get all(): ReadonlySet<number> {
    let ranges = 0;
    return new Set([...this.begun.keys()].filter((column) => (ranges += this.begun[column]!) > 0));
  }
}

/** Nobody reads further to the right; a sheet may well hide all that is left of its sixteen thousand columns. */
const furthestColumn = 1_000;
