import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';

/** A row as it was shown, and as it would be by now. */
export interface ChangedRow<Row> {
  readonly was: Row;
  readonly is: Row;
}

/** The rows that would not do now what they were shown to do. Both lists are of the same file, in its order. */
export function changedRows<Row>(
  was: readonly Row[],
  is: readonly Row[],
  promiseOf: (row: Row) => unknown,
): ChangedRow<Row>[] {
  return was.flatMap((row, index) => {
    const now = is[index]!;
    return isDeepStrictEqual(asKept(promiseOf(row)), asKept(promiseOf(now))) ? [] : [{ was: row, is: now }];
  });
}

/** The name of what applying these rows would do. */
export function fingerprintOf<Row>(rows: readonly Row[], promiseOf: (row: Row) => unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(rows.map(promiseOf)))
    .digest('base64url')
    .slice(0, 22);
}

const asKept = (promise: unknown): unknown => JSON.parse(JSON.stringify(promise ?? null)) as unknown;
