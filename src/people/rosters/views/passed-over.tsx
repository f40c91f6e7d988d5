import { readingWords } from '../../../platform/imports/reading.words';
import { useWords } from '../../../platform/pages/page-context';
import { Table } from '../../../platform/pages/tables';
import { Unfold } from '../../../platform/pages/unfold';
import { rowKindWords } from '../row-kind.words';
import type { PassedOverRow } from '../row-kinds';
import { rosterWords } from '../imports.words';

/** Letterhead, groups, totals and signatures of a roster: accounted for, and out of the way. */
export function PassedOver({ rows }: { rows: readonly PassedOverRow[] }) {
  const ofReading = useWords(readingWords);
  const say = useWords(rosterWords);
  const kinds = useWords(rowKindWords);
  if (rows.length === 0) return null;
  const title = ofReading.passedOver(rows.length);
  return (
    <Unfold label={title}>
      <Table
        caption={title}
        hidesCaption
        columns={[
          {
            label: say.row,
            isRowName: true,
            cell: ({ rowNumber, sheet }) => (sheet ? `${sheet}, ${rowNumber}` : rowNumber),
          },
          { label: say.details, cell: ({ text }) => text },
          { label: say.verdict, cell: ({ kind }) => kinds[kind] },
        ]}
        rows={rows}
        empty={{ title }}
      />
    </Unfold>
  );
}
