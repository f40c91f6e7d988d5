import { showDay } from '../../platform/clock';
import type { Locale } from '../../platform/messages/words';
import type { WrittenCell } from '../../platform/sheets/xlsx/write-xlsx';
import type { DuplicateItem } from './duplicates.queries';
import { duplicateWords } from './mergers.words';

export const duplicateWidths = [6, 28, 14, 16, 36, 16, 36, 22];

/** One line a pair. */
export function duplicateSheet(
  pairs: readonly DuplicateItem[],
  locale: Locale,
): readonly (readonly (WrittenCell | null)[])[] {
  const say = duplicateWords[locale];
  const labels = [say.number, say.name, say.birthDate, say.code, say.unit, say.otherCode, say.otherUnit, say.likeness];
  const title: WrittenCell = { value: say.title, columns: labels.length, look: 'title' };
  return [
    [title, ...labels.slice(1).map(() => null)],
    labels.map((value) => ({ value, look: 'heading' as const })),
    ...pairs.map(({ one, other, likeness }, index) =>
      [
        index + 1,
        one.fullName,
        showDay(one.birthDate),
        one.code,
        one.unitName,
        other.code,
        other.unitName,
        say[likeness],
      ].map((value) => ({ value })),
    ),
  ];
}
