import { type FieldProps, Field } from './field';
import { textAt, useForm } from './form-scope';
import { useWords } from './page-context';
import { pageWords } from './words';

export interface TextFieldProps extends FieldProps {
  readonly type?: 'text' | 'email' | 'tel';
  /** Off unless told: what is typed of one person is not offered to whoever sits at the machine next. */
  readonly autocomplete?: string;
  readonly maxLength?: number;
  /** The keyboard a phone offers. */
  readonly inputMode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email';
  /** Offered while typing; anything else may still be written. */
  readonly suggestions?: readonly string[];
}

export function TextField({
  type = 'text',
  autocomplete = 'off',
  maxLength,
  inputMode,
  suggestions,
  ...field
}: TextFieldProps) {
  const { values } = useForm();
  const typing = { class: 'form-control', type, value: textAt(values, field.name), autocomplete, maxLength, inputMode };
  if (!suggestions) {
    return <Field {...field} control={(attributes) => <input {...attributes} {...typing} list={undefined} />} />;
  }
  return (
    <Field
      {...field}
      control={(attributes) => (
        <>
          <input {...attributes} {...typing} list={`${attributes.id}-suggestions`} />
          <datalist id={`${attributes.id}-suggestions`}>
            {suggestions.map((suggestion) => (
              <option value={suggestion} />
            ))}
          </datalist>
        </>
      )}
    />
  );
}

/** What is typed here is never sent back to the browser, not even in a refused form. */
export function PasswordField({ autocomplete, ...field }: FieldProps & { autocomplete: string }) {
  const typing = { class: 'form-control', type: 'password', autocomplete } as const;
  return <Field {...field} control={(attributes) => <input {...attributes} {...typing} />} />;
}

/** Written as text, because a number control drops what it cannot read ("7,5") and the typing would be lost. */
export function NumberField({ isWhole = true, ...props }: FieldProps & { isWhole?: boolean }) {
  return <TextField {...props} inputMode={isWhole ? 'numeric' : 'decimal'} />;
}

/** A calendar day; the browser shows it in its own order and sends `YYYY-MM-DD`. */
export function DayField(props: FieldProps & { min?: string; max?: string }) {
  const { values } = useForm();
  return (
    <Field
      {...props}
      control={(attributes) => (
        <input
          {...attributes}
          class="form-control field-short"
          type="date"
          value={textAt(values, props.name)}
          min={props.min}
          max={props.max}
        />
      )}
    />
  );
}

export function TextArea(props: FieldProps & { rows?: number; maxLength?: number }) {
  const { values } = useForm();
  return (
    <Field
      {...props}
      control={(attributes) => (
        <textarea {...attributes} class="form-control" rows={props.rows ?? 4} maxLength={props.maxLength}>
          {textAt(values, props.name)}
        </textarea>
      )}
    />
  );
}

export function FileField(props: FieldProps & { accept?: string }) {
  const { errors } = useForm();
  const text = useWords(pageWords);
  const hint = [errors.length > 0 && text.chooseFileAgain, props.hint].filter(Boolean).join(' ');
  return (
    <Field
      {...props}
      hint={hint || undefined}
      control={(attributes) => <input {...attributes} class="form-control" type="file" accept={props.accept} />}
    />
  );
}
