import { ActionButton, type FormProps } from '../../pages/forms';
import { Notice } from '../../pages/notices';
import { useWords } from '../../pages/page-context';
import type { DoubtedColumn } from '../../sheets/day-columns';
import { readingWords } from '../reading.words';

interface Props {
  readonly columns: readonly DoubtedColumn[];
  /** Where another reading is asked for; null where it is too late, or not the reader's to ask. */
  readonly action: string | null;
  /** The reading as it is, but for what is turned. */
  readonly asStands: FormProps['hidden'];
}

/** Columns of days that are doubted as wholes, each kind of doubt with one button that has them read the other way round, or back. */
export function DoubtedDays({ columns, action, asStands }: Props) {
  const kindOf = ({ doubt, isTurned }: DoubtedColumn) => `${doubt} ${isTurned}`;
  const kinds = [...new Set(columns.map(kindOf))];
  const groups = kinds.map((kind) => columns.filter((column) => kindOf(column) === kind));
  return (
    <>
      {groups.map((group) => (
        <DoubtedAlike group={group} columns={columns} action={action} asStands={asStands} />
      ))}
    </>
  );
}

function DoubtedAlike({ group, columns, action, asStands }: Props & { group: readonly DoubtedColumn[] }) {
  const say = useWords(readingWords);
  const [{ doubt, isTurned, sample, turned }] = group as [DoubtedColumn];
  const labels = group.map(({ label }) => `“${label}”`).join(', ');
  const cells = group.reduce((sum, column) => sum + column.cells, 0);
  const doubtSentence = doubt === 'swapped' ? say.daysSwapped(labels, cells) : say.monthFirst(labels, cells);
  const turnedDays = columns.filter((column) => column.isTurned !== group.includes(column)).map(({ place }) => place);
  return (
    <Notice tone={isTurned ? 'info' : 'warning'}>
      <p>{isTurned ? say.daysTurned(labels, cells, sample, turned) : doubtSentence}</p>
      {action && (
        <>
          {!isTurned && <p>{say.turnHint(sample, turned)}</p>}
          <ActionButton
            action={action}
            id={`turn-${group[0]!.place.replace(/\W/g, '-')}`}
            label={isTurned ? say.turnBack : say.turnDays(group.length)}
            tone="plain"
            hidden={{ ...asStands, turnedDays }}
          />
        </>
      )}
    </Notice>
  );
}
