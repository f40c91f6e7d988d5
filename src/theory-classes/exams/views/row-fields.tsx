import { useField } from '../../../platform/pages/field';
import { textAt, useForm } from '../../../platform/pages/form-scope';
import type { Choice } from '../../../platform/pages/choices';

interface RowField {
  readonly name: string;
  /** What the column says; whose row it is completes it for who does not see the table. */
  readonly label: string;
  readonly of: string;
}

/** A text in a row of a table, whose heading is its label. @param isMark one of a sheet of marks, moved about by keys */
export function RowText({ name, label, of, isMark = false }: RowField & { readonly isMark?: boolean }) {
  const { values } = useForm();
  const { attributes, marks } = useField({ name, label: `${label}, ${of}` });
  return (
    <div class={marks.isWrong ? 'field-wrong' : undefined}>
      {marks.error}
      <input
        {...attributes}
        class="form-control"
        type="text"
        inputMode={isMark ? 'decimal' : undefined}
        data-line={isMark ? 1 : undefined}
        maxLength={isMark ? 5 : 500}
        autocomplete="off"
        placeholder={isMark ? undefined : label}
        aria-label={`${label}, ${of}`}
        value={textAt(values, name)}
      />
    </div>
  );
}

/** One of a few in a row of a table. */
export function RowSelect({ name, label, of, choices }: RowField & { readonly choices: readonly Choice[] }) {
  const { values } = useForm();
  const { attributes, marks } = useField({ name, label: `${label}, ${of}`, kind: 'chosen' });
  const chosen = textAt(values, name);
  return (
    <div class={marks.isWrong ? 'field-wrong' : undefined}>
      {marks.error}
      <select {...attributes} class="form-select" aria-label={`${label}, ${of}`}>
        {choices.map(({ value, label: text }) => (
          <option value={value} selected={value === chosen}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}
