import { RowCheck } from '../../platform/pages/choices';
import { useWords } from '../../platform/pages/page-context';
import { type Column, Table } from '../../platform/pages/tables';
import { nominationWords } from '../nominations.words';
import { reviewWords } from '../reviews.words';
import { ChecksInShort } from './checks';
import type { ListedNomination, NominationListProps } from './listed-nominations';
import { isWherePlaced, Place, State } from './nomination-state';

type Props = Pick<NominationListProps, 'rows' | 'next' | 'isFirstPage' | 'units' | 'filter' | 'mayNominate'> & {
  /** Whether rows can be ticked for a decision on many. */
  readonly hasTicks?: boolean;
};

export function NominationTable({ rows, next, isFirstPage, units, filter, mayNominate, hasTicks = false }: Props) {
  const say = useWords(nominationWords);
  const { choose, chooseRow } = useWords(reviewWords);
  const isFiltered = Object.values(filter).some((value) => value !== undefined);
  const tick: Column<ListedNomination> = {
    label: choose,
    hidesLabel: true,
    cell: ({ id, fullName, decisions }) =>
      decisions.length > 0 && <RowCheck name="nominationIds" value={id} label={chooseRow(fullName)} />,
  };
  return (
    <Table
      caption={say.nominations}
      list={{ next, isFirstPage }}
      hidesCaption
      isLong
      rows={rows}
      empty={
        isFiltered
          ? { title: say.noneFound, next: say.noneFoundNext }
          : { title: say.none, next: mayNominate ? say.noneNext : say.noneForReaders }
      }
      columns={[
        ...(hasTicks ? [tick] : []),
        { label: say.name, isRowName: true, cell: (nomination) => <Nominee nomination={nomination} /> },
        ...(units.length > 1 ? [{ label: say.unit, cell: ({ unitName }: ListedNomination) => unitName }] : []),
        { label: say.state, cell: (nomination) => <State nomination={nomination} /> },
        {
          label: say.place,
          isToldTwice: (nomination) => !isWherePlaced(nomination),
          cell: (nomination) => <Place nomination={nomination} />,
        },
        {
          label: say.admission,
          cell: ({ checks }) => <ChecksInShort checks={checks} />,
          hasOwnLines: ({ checks }) => checks.some(({ outcome }) => outcome !== 'pass'),
        },
      ]}
    />
  );
}

function Nominee({ nomination: { id, fullName, position } }: { nomination: ListedNomination }) {
  return (
    <>
      <a href={`/nominations/${id}`}>{fullName}</a>
      {position && <small class="choice-hint row-note">{position}</small>}
    </>
  );
}
