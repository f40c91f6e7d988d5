import { showDay } from '../../platform/clock';
import { useWords } from '../../platform/pages/page-context';
import { Share } from '../../platform/pages/papers/shares';
import { Table } from '../../platform/pages/tables';
import { addUp, heldOnes } from '../../study-sessions/participation';
import type { Participation } from '../../study-sessions/participation.queries';
import type { NumberName } from '../figures';
import { studiesOf } from '../studies';
import { counted } from './counted';
import { reportWords } from '../reports.words';

/** The studies of the year, one row each, over the units in the report. */
export function StudiesTable({
  participation,
  leads,
}: {
  participation: readonly Participation[];
  leads?: ((number: NumberName, of: { readonly classId?: string }) => string) | undefined;
}) {
  const say = useWords(reportWords);
  const total = addUp(heldOnes(participation));
  const shown = (number: NumberName, count: number, of: { readonly classId?: string } = {}) =>
    counted(count, leads?.(number, of) ?? null);
  const ofStudy = ({ classId }: Participation) => ({ classId });
  return (
    <Table
      caption={say.studies}
      rows={studiesOf(participation)}
      empty={{ title: say.noStudies, next: say.noStudiesNext }}
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
        {
          label: say.members,
          cell: (row) => shown('studyMembers', row.members, ofStudy(row)),
          isNumber: true,
          total: shown('studyMembers', total.members),
        },
        {
          label: say.attendedMembers,
          cell: (row) => shown('studyAttended', row.attendedMembers, ofStudy(row)),
          isNumber: true,
          total: shown('studyAttended', total.attendedMembers),
        },
        {
          label: say.participation,
          cell: (row) => <Share percent={row.rate} />,
          isNumber: true,
          total: <Share percent={total.rate} />,
        },
        {
          label: say.nonMembers,
          cell: (row) => shown('studyNonMembers', row.attendedNonMembers, ofStudy(row)),
          isNumber: true,
          total: shown('studyNonMembers', total.attendedNonMembers),
        },
      ]}
    />
  );
}
