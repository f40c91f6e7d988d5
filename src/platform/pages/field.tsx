import type { ComponentChildren, VNode } from 'preact';
import { controlId, useForm } from './form-scope';
import { Icon } from './icons';
import { useAddressed, useLocale, useWords } from './page-context';
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
}

/** Label, hint and what is wrong, tied to the one control that `control` draws. */
export function Field({ control, ...props }: FieldProps & { control: (attributes: ControlAttributes) => VNode }) {
  const { attributes, marks } = useField(props);
  return (
    <div class={`field${marks.isWrong ? ' field-wrong' : ''}`}>
      <label class="form-label" for={attributes.id}>
        {props.label}
        {marks.required}
      </label>
      {marks.hint}
      {marks.error}
      {control(attributes)}
    </div>
  );
}

interface FieldMarks {
  readonly isWrong: boolean;
  readonly required: ComponentChildren;
  readonly hint: ComponentChildren;
  readonly error: ComponentChildren;
}

/** For controls that draw their own label: the attributes of the control and the marks around it. */
export function useField({ name, hint, required = false }: FieldProps): {
  attributes: ControlAttributes;
  marks: FieldMarks;
} {
  const { id: formId, errors } = useForm();
  const locale = useLocale();
  const text = useWords(pageWords);
  const spoken = useAddressed();
  const id = controlId(formId, name);
  const wrong = errors.filter((error) => error.field === name);
  const describedBy = [hint && `${id}-hint`, wrong.length > 0 && `${id}-error`].filter(Boolean).join(' ');
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
            {spoken(wrong.map((error) => error.message[locale]).join(' '))}
          </span>
        </div>
      ),
    },
  };
}
