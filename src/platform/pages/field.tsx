import type { ComponentChildren, VNode } from 'preact';
import { type FieldKind, useFaults, useFields } from './faults';
import { type FormValues, choicesAt, controlId, dayShown, isAt, saidAt, useForm } from './form-scope';
import { Icon } from './icons';
import { useWords } from './page-context';
import { pageWords } from './words';

/** What the named control of a field must carry. */
export interface ControlAttributes {
  readonly id: string;
  readonly name: string;
  readonly required: boolean;
  readonly 'aria-invalid': 'true' | 'false';
  readonly 'aria-describedby': string | undefined;
}

export interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly required?: boolean;
  /** What one does to it; it is written unless told. */
  readonly kind?: FieldKind;
}

/** Label, hint and what is wrong, tied to the one control that `control` draws. */
export function Field({
  control,
  ...props
}: FieldProps & Telling & { control: (attributes: ControlAttributes) => VNode }) {
  const { attributes, marks } = useField(props);
  return (
    <div class={`field${marks.isWrong ? ' field-wrong' : ''}`}>
      <label class="form-label" for={attributes.id}>
        {props.label}
        {marks.required}
      </label>
      {marks.hint}
      {marks.error}
      {marks.now}
      {control(attributes)}
    </div>
  );
}

interface FieldMarks {
  readonly isWrong: boolean;
  readonly required: ComponentChildren;
  readonly hint: ComponentChildren;
  readonly error: ComponentChildren;
  /** What somebody else made of it meanwhile. */
  readonly now: ComponentChildren;
}

interface Telling {
  /** A stored value in words. */
  readonly inWords?: (stored: string) => string;
}

/** For controls that draw their own label: the attributes of the control and the marks around it. */
export function useField({
  name,
  label,
  hint,
  required = false,
  kind = 'written',
  inWords = dayShown,
}: FieldProps & Telling): {
  attributes: ControlAttributes;
  marks: FieldMarks;
} {
  const { id: formId, values, errors, meanwhile } = useForm();
  const text = useWords(pageWords);
  const { atField } = useFaults();
  const id = controlId(formId, name);
  const wrong = errors.filter((error) => error.field === name);
  useFields().show({ id, name, label, kind, isWrong: wrong.length > 0 });
  const { now = {}, loaded = {} } = meanwhile ?? {};
  const inForm = (of: FormValues) => choicesAt(of, name).map(inWords).join(', ');
  const differs = (of: FormValues, from: FormValues) => isAt(of, name) && saidAt(of, name) !== saidAt(from, name);
  const told = differs(now, values)
    ? text.standsNow(inForm(now))
    : differs(loaded, now)
      ? text.stoodBefore(inForm(loaded))
      : null;
  const describedBy = [hint && `${id}-hint`, wrong.length > 0 && `${id}-error`, told && `${id}-now`]
    .filter(Boolean)
    .join(' ');
  return {
    attributes: {
      id,
      name,
      required,
      'aria-invalid': wrong.length > 0 ? 'true' : 'false',
      'aria-describedby': describedBy || undefined,
    },
    marks: {
      isWrong: wrong.length > 0,
      required: required && <span class="field-required">{text.required}</span>,
      hint: hint && (
        <div class="field-hint" id={`${id}-hint`}>
          {hint}
        </div>
      ),
      error: wrong.length > 0 && (
        <div class="field-error" id={`${id}-error`}>
          <Icon name="block" />
          <span>
            <span class="visually-hidden">{text.error}: </span>
            {wrong.map((error) => atField(error, { label, kind })).join(' ')}
          </span>
        </div>
      ),
      now: told && (
        <div class="field-now" id={`${id}-now`}>
          {told}
        </div>
      ),
    },
  };
}
