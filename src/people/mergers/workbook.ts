import type { Locale } from '../../platform/messages/words';
import { listSheet } from '../../platform/sheets/xlsx/list-sheet';
import type { DuplicateItem } from './duplicates.queries';
import { duplicateWords } from './mergers.words';

export const duplicateWidths = [6, 28, 14, 16, 36, 16, 36, 22];

/** One line a pair. */
export function duplicateSheet(pairs: readonly DuplicateItem[], locale: Locale) {
  const say = duplicateWords[locale];
  return listSheet(
    say.title,
    [say.number, say.name, say.birthDate, say.code, say.unit, say.otherCode, say.otherUnit, say.likeness],
    pairs.map(({ one, other, likeness }) => [
      one.fullName,
      { day: one.birthDate },
      ...[one.code, one.unitName],
      ...[other.code, other.unitName, say[likeness]],
    ]),
  );
}
