import { showDay } from '../../../platform/clock';
import { Badge, type Tone } from '../../../platform/pages/badges';
import { useLocale, useWords } from '../../../platform/pages/page-context';
import { Table } from '../../../platform/pages/tables';
import { factWords } from '../../person.present';
import type { ComparedRow, RosterVerdict } from '../comparison';
import { rosterWords } from '../imports.words';

const tones: Readonly<Record<RosterVerdict, Tone>> = {
  new: 'success',
  changed: 'info',
  same: 'neutral',
  refused: 'danger',
};

/** The rows of a roster, each with what would become of it. */
export function RosterRows({ title, rows }: { title: string; rows: readonly ComparedRow[] }) {
  const say = useWords(rosterWords);
  const show = factWords(useLocale());
  /** A person who changes in several ways unfolds by their names. */
  const hasOwnLines = ({ verdict, before, after }: ComparedRow) => {
    if (verdict !== 'changed') return verdict === 'refused';
    const names = show.changes(before!, after!).map(([what]) => what);
    return names.length < 2 || names.join(', ');
  };
  return (
    <Table
      caption={title}
      isLong
      columns={[
        {
          label: say.fullName,
          isRowName: true,
          cell: ({ personId, fullName }) =>
            personId ? <a href={`/people/${personId}`}>{fullName}</a> : fullName || say.nameless,
        },
        {
          label: say.verdict,
          isState: true,
          cell: ({ verdict }) => <Badge tone={tones[verdict]} text={say[verdict]} />,
        },
        { label: say.code, cell: ({ code }) => code && <span class="text-nowrap">{code}</span> },
        {
          label: say.row,
          isNumber: true,
          cell: ({ rowNumber, sheet }) => (sheet ? `${sheet}, ${rowNumber}` : rowNumber),
        },
        { label: say.details, cell: (row) => row.verdict !== 'same' && <Details row={row} />, hasOwnLines },
      ]}
      rows={rows}
      empty={{ title: say.noRows }}
    />
  );
}

function Details({ row: { verdict, before, after, problems } }: { row: ComparedRow }) {
  const say = useWords(rosterWords);
  const locale = useLocale();
  const show = factWords(locale);
  const facts = after ?? before;
  return (
    <>
      {problems.map(({ message }) => (
        <div>{message[locale]}</div>
      ))}
      {verdict === 'changed' &&
        show.changes(before!, after!).map(([what, from, to]) => <div>{say.became(what, from, to)}</div>)}
      {verdict === 'new' && (
        <div>
          {[
            showDay(facts!.birthDate),
            facts!.position,
            show.value(facts!, 'standing'),
            show.value(facts!, 'theoryLevel'),
          ]
            .filter(Boolean)
            .join(' · ')}
        </div>
      )}
    </>
  );
}
