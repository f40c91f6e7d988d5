import type { Written, WrittenRow } from './written-cell';

/** A list as offices print it: its title above all columns, their headings, and one numbered line an item; the first heading is that of the numbers. */
export function listSheet(
  title: string,
  labels: readonly string[],
  lines: readonly (readonly Written[])[],
): readonly WrittenRow[] {
  return [
    [{ value: title, columns: labels.length, look: 'title' }, ...labels.slice(1).map(() => null)],
    labels.map((value) => ({ value, look: 'heading' })),
    ...lines.map((line, index) => [index + 1, ...line].map((value) => ({ value }))),
  ];
}
