import { DefaultNamingStrategy } from 'typeorm';

/** The column of what code calls so. */
export const columnOf = (text: string) => text.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();

/** camelCase in code, snake_case in the database. */
export class SnakeNaming extends DefaultNamingStrategy {
  override columnName(propertyName: string, customName: string | undefined): string {
    return customName ?? columnOf(propertyName);
  }
}

const namesInCode = new Map<string, string>();

/** What code calls a column or alias; kept, since a row is read many times and the names of our statements are not many. */
export function nameInCode(column: string): string {
  const known = namesInCode.get(column);
  if (known !== undefined) return known;
  const name = column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
  namesInCode.set(column, name);
  return name;
}
