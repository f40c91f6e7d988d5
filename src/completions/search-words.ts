import { foldName } from '../platform/names';

/** The words of a search, folded as names are stored. */
export function searchWords(search: string | undefined): readonly string[] {
  return foldName(search ?? '')
    .split(' ')
    .filter(Boolean);
}

/** What LIKE takes for these very words, with nothing left that it would read as a wildcard. */
export const forLike = (text: string): string => text.replace(/[\\%_]/g, (wildcard) => `\\${wildcard}`);
