import { showDay } from '../../platform/clock';
import { useWords } from '../../platform/pages/page-context';
import { Share } from '../../platform/pages/shares';
import { Table } from '../../platform/pages/tables';
import { addUp, heldOnes } from '../../study-sessions/participation';
import type { Participation } from '../../study-sessions/participation.queries';
import { studiesOf } from '../studies';
import { reportWords } from '../reports.words';

/** The studies of the year, one row each, over the units in the report. */
export function StudiesTable({ participation }: { participation: readonly Participation[] }) {
  const say = useWords(reportWords);
  const total = addUp(heldOnes(participation));
  return (
    <Table
      caption={say.studies}
      rows={studiesOf(participation)}
      empty={{ title: say.noStudies }}
      columns={[
        {
          label: say.study,
          cell: (row) => <a href={`/classes/${row.classId}/study`}>{row.className}</a>,
          isRowName: true,
        },
        { label: say.opensOn, cell: (row) => showDay(row.opensOn) },
        {
          label: say.units,
          cell: (row) => (row.held ? say.unitsDone(row.unitsDone, row.units) : say.notHeldYet),
          isNumber: true,
          total: say.unitsDone(total.unitsDone, total.units),
        },
        { label: say.members, cell: (row) => row.members, isNumber: true, total: total.members },
        {
          label: say.attendedMembers,
          cell: (row) => row.attendedMembers,
          isNumber: true,
          total: total.attendedMembers,
        },
        {
          label: say.participation,
          cell: (row) => <Share percent={row.rate} />,
          isNumber: true,
          total: <Share percent={total.rate} />,
        },
        {
          label: say.nonMembers,
          cell: (row) => row.attendedNonMembers,
          isNumber: true,
          total: total.attendedNonMembers,
        },
      ]}
    />
  );
}
