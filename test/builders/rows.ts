import type { TestApp } from '../app';

/** What a row holds, each column by its name in the domain: `fullName` for full_name. */
export type Words = object;

/** Rows as the database keeps them, written past the services: what builders are made of, and what breaks on purpose. */
export class Rows {
  constructor(protected readonly app: TestApp) {}

  /** The id of the new row. */
  async insert(table: string, row: Words): Promise<string> {
    const [added] = await this.insertAll(table, [row]);
    return added!.id;
  }

  /** @param rows all of the same words in the same order */
  async insertAll(table: string, rows: readonly Words[]): Promise<{ id: string }[]> {
    const words = Object.keys(rows[0] ?? {});
    if (words.length === 0) return [];
    const places = rows.map((_, row) => `(${words.map((_, word) => `$${row * words.length + word + 1}`).join()})`);
    return this.app.sql(
      `INSERT INTO ${table} (${words.map(column).join()}) VALUES ${places.join()} RETURNING *`,
      ...rows.flatMap((row) => Object.values(row).map(value)),
    );
  }

  /** @throws Error when no row is what it should be */
  async change(table: string, which: Words, row: Words): Promise<void> {
    const words = Object.keys(row);
    const set = words.map((word, index) => `${column(word)} = $${index + 1}`);
    const changed = await this.app.sql(
      `UPDATE ${table} SET ${set.join()} ${where(which, words.length)} RETURNING 1`,
      ...Object.values(row).map(value),
      ...(Object.values(which) as unknown[]),
    );
    if (changed.length === 0 && Object.keys(which).length > 0)
      throw new Error(`No row of ${table} is ${JSON.stringify(which)}`);
  }

  async remove(table: string, which: Words = {}): Promise<void> {
    await this.app.sql(`DELETE FROM ${table} ${where(which)}`, ...(Object.values(which) as unknown[]));
  }
}

const column = (word: string) => word.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const isPlainObject = (given: unknown) =>
  given !== null &&
  typeof given === 'object' &&
  !(given instanceof Date || Array.isArray(given) || Buffer.isBuffer(given));
const value = (given: unknown) => (isPlainObject(given) ? JSON.stringify(given) : given);
/** Each word as it is said; a list says any of these. */
const where = (which: Words, after = 0) => {
  const said = Object.entries(which).map(
    ([word, is], index) => `${column(word)} = ${Array.isArray(is) ? 'ANY' : ''} ($${after + index + 1})`,
  );
  return said.length > 0 ? `WHERE ${said.join(' AND ')}` : '';
};
