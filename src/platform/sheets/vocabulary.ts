import { foldLabel } from '../names';

/** The ways each value is written on paper. Case, marks and punctuation do not matter. */
export type Spellings<V extends string> = Readonly<Record<V, readonly string[]>>;

/**
 * Words that turn a value into its opposite, its half or its promise: "chưa tốt nghiệp đại học", "bán tập trung", "đang học trung cấp".
 * "Đảng viên" folds to "dang vien"; the bar stands where a value was.
 */
const doubt = /\b(chua|khong|dang(?! vien)|sap|du kien|chuan bi|tuong duong|lien thong)\b|\bban \|/;

/**
 * Reads a value from how people write it: by itself, or within a few more words ("Đại học Kinh tế", "Trung cấp LLCT").
 * A longer spelling goes before a shorter one within it. Null when no value is named or the words cast doubt on it;
 * when several are named, null too, unless `order` says which of them is the highest.
 */
export function readerOf<V extends string>(
  spellings: Spellings<V>,
  order: readonly V[] = [],
): (text: string) => V | null {
  const known = (Object.entries(spellings) as [V, readonly string[]][])
    .flatMap(([value, written]) => written.map((spelling) => ({ value, spelling: ` ${foldLabel(spelling)} ` })))
    .sort((a, b) => b.spelling.length - a.spelling.length);
  return (text) => {
    let rest = ` ${foldLabel(text)} `;
    const values = new Set<V>();
    for (const { value, spelling } of known) {
      for (let times = 0; rest.includes(spelling); times++) {
        // Said twice, it is said of two things: "HTTNV/HTTNV" of two years.
        if (times > 0 && order.length === 0) return null;
        values.add(value);
        rest = rest.replace(spelling, ' | ');
      }
    }
    if (doubt.test(rest)) return null;
    if (values.size > 1) return order.findLast((value) => values.has(value)) ?? null;
    return [...values][0] ?? null;
  };
}
