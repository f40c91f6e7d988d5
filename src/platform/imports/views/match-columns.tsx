import { type MatchedColumn, type MatchedTable, asHeaded, leftOut } from '../../sheets/columns';
import type { FoundTable } from '../../sheets/tables';
import { Field } from '../../pages/field';
import { textAt, useForm } from '../../pages/form-scope';
import { FieldRow } from '../../pages/forms';
import { useWords } from '../../pages/page-context';
import { readingWords } from '../reading.words';

/** What a column can be said to be. */
export interface ColumnFacts {
  readonly all: readonly string[];
  readonly nameOf: (fact: string) => string;
  /** How to say what a table is known by. */
  readonly hint?: string;
}

/** Whether a column holds something, was not read, and nobody said that this is right. */
export const isInDoubt = ({ fact, isChosen, samples }: MatchedColumn) =>
  fact === null && !isChosen && samples.length > 0;

const byDoubt = (one: MatchedColumn, other: MatchedColumn) => Number(isInDoubt(other)) - Number(isInDoubt(one));

/** So many can be said at once; a form of more is not taken. */
const mostColumns = 900;

/**
 * Each column of the tables that were read, those in doubt first, with samples and what it was taken for; each may be said
 * to be something else. Of tables with the same headings it is asked once.
 */
export function MatchColumns(props: {
  readonly matched: readonly MatchedTable[];
  readonly tables: readonly FoundTable[];
  readonly facts: ColumnFacts;
}) {
  const { matched, tables, facts } = props;
  const say = useWords(readingWords);
  const asked = matched
    .map(({ table, sameAs, columns }) => ({
      found: tables.find(({ id }) => id === table),
      table,
      columns: (sameAs ? columns.filter(({ label }) => label === null) : columns).toSorted(byDoubt),
      alike: matched.filter((other) => other.sameAs === table).length,
    }))
    .filter(({ columns }) => columns.length > 0);
  let room = mostColumns;
  const shown = asked.filter(({ columns }) => (room -= columns.length) >= 0);
  return (
    <>
      <p>{say.matchHint}</p>
      {shown.map(({ table, found, columns, alike }) => (
        <fieldset class="field">
          {matched.length > 1 && found && (
            <legend class="form-label">
              {say.table(found.sheet, found.where)}
              {alike > 0 && ` ${say.alike(alike)}`}
            </legend>
          )}
          <FieldRow>
            {columns.map((column) => (
              <ColumnField name={`columns.${table}!${column.column}`} column={column} facts={facts} />
            ))}
          </FieldRow>
        </fieldset>
      ))}
      {shown.length < asked.length && <p>{say.tooManyColumns(asked.length - shown.length)}</p>}
    </>
  );
}

function ColumnField({ name, column, facts }: { name: string; column: MatchedColumn; facts: ColumnFacts }) {
  const say = useWords(readingWords);
  const { values } = useForm();
  const { fact, proposed, isChosen, label, samples } = column;
  const chosen = textAt(values, name) || (isChosen ? (fact ?? leftOut) : asHeaded);
  const all = facts.all.includes(chosen) || [asHeaded, leftOut].includes(chosen) ? facts.all : [chosen, ...facts.all];
  const nameOf = (one: string | null) => (one === null ? say.notRead : facts.nameOf(one));
  const choices = [
    { value: asHeaded, label: say.asHeaded(nameOf(proposed)) },
    ...all.map((one) => ({ value: one, label: facts.nameOf(one) })),
    { value: leftOut, label: say.leaveOut },
  ];
  return (
    <Field
      name={name}
      label={say.columnHeaded(column.column, label ?? '')}
      hint={samples.length > 0 ? samples.join(' · ') : say.blankColumn}
      control={(attributes) => (
        <select {...attributes} class="form-select">
          {choices.map(({ value, label: text }) => (
            <option value={value} selected={value === chosen}>
              {text}
            </option>
          ))}
        </select>
      )}
    />
  );
}
