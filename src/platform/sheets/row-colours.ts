/** What a line must say to tell the meaning of colours; Tô Thị Hồng and Tô Hồng are people: “Chữ đỏ: dự phòng”, “dòng tô xanh là đã chuyển đi”. */
const legend =
  /(?<!\p{L})(?:[Mm]àu|MÀU|[Tt]ô|[Cc]hữ|CHỮ|[Nn]ền|NỀN)\s(?:(?:màu|MÀU|nền|in|đậm|mực|nghiêng)\s){0,3}(?:đỏ|xanh|vàng|cam|tím|hồng|xám|nâu|lam|lục|ĐỎ|XANH|VÀNG|CAM|TÍM|HỒNG|XÁM|NÂU)(?!\p{L})/u;

export const isLegend = (text: string): boolean => legend.test(text);

const plain = '';
/** Fewer rows show no pattern. */
const fewestOfPattern = 4;

/**
 * The rows that look otherwise than most, by colour. Every second row shaded says nothing.
 * @param colours those of the rows of people, in their order
 * @param isExplained whether a line says what colours mean; then there need be no colour of most
 */
export function unusualRows(colours: readonly string[], isExplained: boolean): readonly (readonly number[])[] {
  const rowsOf = new Map<string, number[]>();
  for (const [row, colour] of colours.entries()) {
    const before = rowsOf.get(colour);
    if (before) before.push(row);
    else rowsOf.set(colour, [row]);
  }
  const half = colours.length / 2;
  const usual = [...rowsOf].find(([colour, { length }]) => length > half || (colour === plain && length === half));
  if (!usual && !isExplained) return [];
  return [...rowsOf]
    .filter(([colour, rows]) => colour !== plain && colour !== usual?.[0] && !isBanding(rows, colours.length))
    .map(([, rows]) => rows);
}

const isBanding = (rows: readonly number[], all: number): boolean =>
  all >= fewestOfPattern &&
  rows.length >= Math.floor(all / 2) &&
  rows.every((row, at) => at === 0 || row === rows[at - 1]! + 2);

/** The colour of a row: that of who is named in it, or else of most of what stands in it. */
export function colourOfRow(cells: readonly string[], name: string): string {
  if (name !== plain) return name;
  const counts = new Map<string, number>();
  for (const colour of cells) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  return [...counts].find(([, count]) => count > cells.length / 2)?.[0] ?? plain;
}
