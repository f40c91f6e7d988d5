/** A row of a file, and where several sheets are read, of which. */
interface Place {
  readonly rowNumber: number;
  readonly sheet: string | null;
}

/** More rows than these nobody looks up one by one. */
const namedAtMost = 10;

/** The rows as a sentence has them: "12 (Tổ 2), 15 (Tổ 2)"; of many, the first ones. */
export function rowsNamed(rows: readonly Place[]): string {
  const named = rows
    .slice(0, namedAtMost)
    .map(({ rowNumber, sheet }) => (sheet ? `${rowNumber} (${sheet})` : rowNumber));
  return [...named, ...(rows.length > namedAtMost ? ['…'] : [])].join(', ');
}

/** For each row the others that say something of what it says; of many, not all. Each row says what its keys name. */
export function saidTwice<Row>(
  rows: readonly Row[],
  keysOf: (row: Row) => readonly string[],
): (row: Row) => readonly Row[] {
  const saying = new Map<string, Row[]>();
  for (const row of rows)
    for (const key of keysOf(row)) {
      const before = saying.get(key);
      if (!before) saying.set(key, [row]);
      else if (before.length < namedAtMost + 2) before.push(row);
    }
  return (row) => [...new Set(keysOf(row).flatMap((key) => saying.get(key)!))].filter((other) => other !== row);
}
