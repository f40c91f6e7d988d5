import { showDay } from '../../platform/clock';
import { Badge, type Tone } from '../../platform/pages/badges';
import { useLocale, useWords } from '../../platform/pages/page-context';
import { Table } from '../../platform/pages/tables';
import { factWords } from '../person.present';
import type { ComparedRow, RosterVerdict } from '../roster-comparison';
import { rosterWords } from '../roster-imports.words';

const tones: Readonly<Record<RosterVerdict, Tone>> = {
  new: 'success',
  changed: 'info',
  same: 'neutral',
  refused: 'danger',
};

/** The rows of a roster, each with what would become of it. */
export function RosterRows({ title, rows }: { title: string; rows: readonly ComparedRow[] }) {
  const say = useWords(rosterWords);
  return (
    <Table
      caption={title}
      columns={[
        {
          label: say.row,
          isNumber: true,
          cell: ({ rowNumber, sheet }) => (sheet ? `${sheet}, ${rowNumber}` : rowNumber),
        },
        {
          label: say.fullName,
          isRowName: true,
          cell: ({ personId, fullName }) =>
            personId ? <a href={`/people/${personId}`}>{fullName}</a> : fullName || say.nameless,
        },
        { label: say.code, cell: ({ code }) => <span class="text-nowrap">{code}</span> },
        { label: say.verdict, cell: ({ verdict }) => <Badge tone={tones[verdict]} text={say[verdict]} /> },
        { label: say.details, cell: (row) => <Details row={row} /> },
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
