import { DefaultNamingStrategy } from 'typeorm';

/** The column of what code calls so. */
export const columnOf = (text: string) => text.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();

const camel = (text: string) => text.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** camelCase in code, snake_case in the database. */
export class SnakeNaming extends DefaultNamingStrategy {
  override columnName(propertyName: string, customName: string | undefined): string {
    return customName ?? columnOf(propertyName);
  }
}

/** Rows as code names them. The names are looked at once for all rows, which have the same columns in the same order. */
export function namedRows(rows: readonly Record<string, unknown>[]): readonly Record<string, unknown>[] {
  const columns = Object.keys(rows[0] ?? {});
  const names = columns.map(camel);
  if (names.every((name, index) => name === columns[index])) return rows;
  return rows.map((row) => {
    const named: Record<string, unknown> = {};
    for (let index = 0; index < columns.length; index += 1) named[names[index]!] = row[columns[index]!];
    return named;
  });
}
