import { type FieldProps, Field, useField } from './field';
import { useFields } from './faults';
import { choicesAt, controlId, textAt, useForm } from './form-scope';
import { useWords } from './page-context';
import { pageWords } from './words';

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
}

/** One choice for each value, under its name. */
export const choicesOf = <Value extends string | number>(
  values: readonly Value[],
  names: Readonly<Record<Value, string>>,
): Choice[] => values.map((value) => ({ value: String(value), label: names[value] }));

/** A yes and a no, each said in words of its own. */
export const yesOrNo = (yes: string, no: string): Choice[] => [
  { value: 'true', label: yes },
  { value: 'false', label: no },
];

const labelIn = (choices: readonly Choice[]) => (stored: string) =>
  choices.find(({ value }) => value === stored)?.label ?? stored;

export function SelectField(props: FieldProps & { choices: readonly Choice[]; blank?: string }) {
  const { values } = useForm();
  const text = useWords(pageWords);
  const chosen = textAt(values, props.name);
  return (
    <Field
      kind="chosen"
      inWords={labelIn(props.choices)}
      {...props}
      control={(attributes) => (
        <select {...attributes} class="form-select">
          <option value="" selected={chosen === ''}>
            {props.blank ?? text.chooseOne}
          </option>
          {props.choices.map(({ value, label }) => (
            <option value={value} selected={value === chosen}>
              {label}
            </option>
          ))}
        </select>
      )}
    />
  );
}

/** One yes/no. An unticked box sends nothing. */
export function CheckField(props: FieldProps & { value?: string }) {
  const { values } = useForm();
  const { attributes, marks } = useField({
    kind: 'ticked',
    inWords: (stored) => (stored === 'false' ? '' : props.label),
    ...props,
  });
  const value = props.value ?? 'true';
  return (
    <div class={`field${marks.isWrong ? ' field-wrong' : ''}`}>
      {marks.error}
      {marks.now}
      <label class="choice">
        <input
          {...attributes}
          class="form-check-input"
          type="checkbox"
          value={value}
          checked={textAt(values, props.name) === value}
        />
        <span>
          {props.label}
          {marks.required}
        </span>
      </label>
      {marks.hint}
    </div>
  );
}

/** A few choices all in sight: one of them, or with `isMany` any of them. */
export function ChoiceField(
  props: FieldProps & {
    choices: readonly Choice[];
    isMany?: boolean;
    isInline?: boolean;
    /** Where what stands beside it says what is chosen of: the label is for screen readers only. */
    hidesLabel?: boolean;
  },
) {
  const { values } = useForm();
  const { attributes, marks } = useField({ kind: 'chosen', inWords: labelIn(props.choices), ...props });
  const chosen = choicesAt(values, props.name);
  return (
    <fieldset class={`field${marks.isWrong ? ' field-wrong' : ''}`} aria-describedby={attributes['aria-describedby']}>
      <legend class={props.hidesLabel ? 'visually-hidden' : 'form-label'}>
        {props.label}
        {marks.required}
      </legend>
      {marks.hint}
      {marks.error}
      {marks.now}
      <div class={props.isInline ? 'choices choices-inline' : 'choices'}>
        {props.choices.map(({ value, label, hint }, index) => (
          <label class="choice">
            <input
              class="form-check-input"
              type={props.isMany ? 'checkbox' : 'radio'}
              id={index === 0 ? attributes.id : undefined}
              name={props.name}
              value={value}
              checked={chosen.includes(value)}
            />
            <span>
              {label}
              {hint && <small class="choice-hint">{hint}</small>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** A box in a row of a list, for an action on several rows; `label` says which row it stands for. */
export function RowCheck({ name, value, label }: { name: string; value: string; label: string }) {
  const { id: formId, values, errors } = useForm();
  const id = controlId(formId, name);
  const isWrong = errors.some((error) => error.field === name);
  const fields = useFields();
  const isFirst = fields.show({ id, name, label: null, kind: 'ticked', isWrong });
  fields.rows.push({ formId, name, value });
  return (
    <label class="choice row-check">
      <input
        class="form-check-input"
        type="checkbox"
        id={isFirst ? id : undefined}
        name={name}
        value={value}
        checked={choicesAt(values, name).includes(value)}
      />
      <span class="visually-hidden">{label}</span>
    </label>
  );
}
