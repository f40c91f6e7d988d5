import { lettersOfTrigram, type Place } from '../platform/finding';
import { forLike, searchWords } from '../platform/names';

/** What the index knows a class `c` by. */
const named = `folded_text(c.name || ' ' || c.code)`;

/** Whether all words of a search stand in the name or the code of a class `c`; a short one begins a word there, as the index has it. */
export function isSought(search: string, place: Place): string {
  const words = searchWords(search).map((word) => {
    const like = forLike(word);
    if (word.length >= lettersOfTrigram) return `${named} LIKE ${place(`%${like}%`)}`;
    return `(${[`${like}%`, `% ${like}%`, `%-${like}%`].map((pattern) => `${named} LIKE ${place(pattern)}`).join(' OR ')})`;
  });
  return words.join(' AND ') || 'true';
}
