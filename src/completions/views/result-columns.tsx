import { showMark } from '../../enrollments/show-mark';
import { useLocale, useWords } from '../../platform/pages/page-context';
import type { Column } from '../../platform/pages/tables';
import { completionWords } from '../completions.words';
import { shareOrNone } from '../../platform/messages/percentage';
import { type CompletionsFilter, sortedBy } from './completion-filters';

interface Judged {
  readonly fullName: string;
  readonly personId: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly averageMark: number | null;
  readonly absentShare: number | null;
}

/** What is told of a person alike before and after the class is closed. */
export function useResultColumns(
  list: Parameters<typeof sortedBy>[1],
  maySeePerson: (person: { id: string; unitId: string }) => boolean,
) {
  const say = useWords(completionWords);
  const locale = useLocale();
  return {
    name: {
      label: say.name,
      isRowName: true,
      sort: sortedBy('name', list),
      cell: ({ fullName, personId, unitId }) =>
        maySeePerson({ id: personId, unitId }) ? <a href={`/people/${personId}`}>{fullName}</a> : fullName,
    },
    unit: { label: say.unit, sort: sortedBy('unit', list), cell: ({ unitName }) => unitName },
    averageMark: {
      label: say.averageMark,
      isNumber: true,
      sort: sortedBy('averageMark', list),
      cell: ({ averageMark }) => averageMark !== null && showMark(averageMark, locale),
    },
    absent: {
      label: say.absent,
      isNumber: true,
      sort: sortedBy('absentShare', list),
      cell: ({ absentShare }) => shareOrNone(absentShare, locale),
    },
  } satisfies Record<string, Column<Judged>>;
}

/** What an empty list says: that the filter leaves nobody, or what there is to know without one. */
export function useEmptySentence(
  filter: CompletionsFilter,
  unfiltered: { readonly title: string; readonly next: string },
) {
  const { nobodyFound, nobodyFoundNext } = useWords(completionWords);
  const isFiltered = Object.values(filter).some((value) => value !== undefined);
  return isFiltered ? { title: nobodyFound, next: nobodyFoundNext } : unfiltered;
}
