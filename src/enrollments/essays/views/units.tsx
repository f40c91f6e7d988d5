import { linkTo } from '../../../platform/pages/links';
import { useWords } from '../../../platform/pages/page-context';
import { Table } from '../../../platform/pages/tables';
import { enrollmentWords } from '../../enrollments.words';
import type { EssaysOfUnit, EssayState } from '../essays.queries';
import { essayWords } from '../essays.words';

type Count = Exclude<keyof EssaysOfUnit, 'unitId' | 'unitCode'>;

/** How each unit stands with its essays; a number leads to the people behind it. */
export function EssayUnits({ path, units }: { path: string; units: readonly EssaysOfUnit[] }) {
  const say = useWords(essayWords);
  const people = useWords(enrollmentWords);
  const total = (count: Count) => (units.length > 1 ? units.reduce((sum, unit) => sum + unit[count], 0) : undefined);
  const column = (label: string, count: Count, state?: EssayState) => ({
    label,
    isNumber: true,
    total: total(count),
    cell: (unit: EssaysOfUnit) =>
      state && unit[count] > 0 ? (
        <a
          href={linkTo(path, { unitId: unit.unitId, state })}
          aria-label={`${unit.unitCode}, ${label}: ${unit[count]}`}
        >
          {unit[count]}
        </a>
      ) : (
        unit[count]
      ),
  });
  return (
    <Table
      caption={say.byUnit}
      list="whole"
      isLong
      rows={units}
      empty={{ title: people.nobodyYet }}
      columns={[
        { label: people.unit, isRowName: true, cell: ({ unitCode }) => unitCode },
        column(people.people, 'people'),
        column(say.wasHandedIn, 'handedIn'),
        column(say.missing, 'missing', 'missing'),
        column(say.late, 'late', 'late'),
        column(say.waiting, 'waiting', 'waiting'),
        column(say.sent_back, 'sentBack', 'sent_back'),
        column(say.accepted, 'accepted', 'accepted'),
      ]}
    />
  );
}
