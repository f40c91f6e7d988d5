import { type Day, dayOf, showTime } from '../clock';
import { assetUrl } from './assets';
import { type ControlAttributes, type FieldProps, Field, useField } from './field';
import { dayShown, textAt, useForm } from './form-scope';
import { Icon } from './icons';
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

interface Bounds {
  /** The first and the last day the calendar offers; whether one may be typed the server says. */
  readonly min?: Day;
  readonly max?: Day;
}

/** A text, because browsers show a day in the order of their own language; with script a button beside it opens a calendar. */
function DayEntry({
  attributes,
  label,
  typed,
  min,
  max,
}: Bounds & { attributes: ControlAttributes; label: string; typed: string }) {
  const text = useWords(pageWords);
  const title = text.openCalendar(label);
  const words = {
    steps: [text.previousYear, text.previousMonth, text.nextMonth, text.nextYear],
    today: text.today,
    close: text.closeCalendar,
  };
  return (
    <div class="day-entry">
      <script src={assetUrl('days.js')} type="module" />
      <input
        {...attributes}
        class="form-control"
        type="text"
        inputMode="numeric"
        autocomplete="off"
        placeholder={text.dayForm}
        value={dayShown(typed)}
      />
      <button
        type="button"
        class="btn day-open"
        title={title}
        aria-label={title}
        data-min={min}
        data-max={max}
        data-words={JSON.stringify(words)}
      >
        <Icon name="calendar" />
      </button>
    </div>
  );
}

/** A calendar day, typed day/month/year. */
export function DayField(props: FieldProps & Bounds) {
  const { values } = useForm();
  return (
    <Field
      {...props}
      control={(attributes) => <DayEntry {...props} attributes={attributes} typed={textAt(values, props.name)} />}
    />
  );
}

/** A time of the wall clock, 24 hours, as text: browsers ask for one in the hours of their own language. */
export function TimeField(props: FieldProps) {
  const { values } = useForm();
  return (
    <Field
      {...props}
      control={(attributes) => <TimeEntry attributes={attributes} typed={textAt(values, props.name)} />}
    />
  );
}

function TimeEntry({ attributes, typed }: { attributes: ControlAttributes; typed: string }) {
  const { timeForm } = useWords(pageWords);
  return (
    <input
      {...attributes}
      class="form-control time-entry"
      type="text"
      inputMode="numeric"
      autocomplete="off"
      placeholder={timeForm}
      value={typed}
    />
  );
}

/** The day and the time of a stored moment. */
function momentIn(stored: string): [string, string] | null {
  const found = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})$/.exec(stored);
  return found && [found[1]!, found[2]!];
}

/** A day and a time by the wall clock of Ho Chi Minh City, sent as `name.day` and `name.time`. */
export function MomentField(props: FieldProps & Bounds) {
  const { values } = useForm();
  const text = useWords(pageWords);
  const { name } = props;
  const [day, time] = momentIn(textAt(values, name)) ?? [textAt(values, `${name}.day`), textAt(values, `${name}.time`)];
  const { attributes, marks } = useField({
    ...props,
    inWords: (stored) => momentIn(stored)?.map(dayShown).join(' ') ?? stored,
  });
  const { id } = attributes;
  const timeId = `${id}-time`;
  return (
    <fieldset class={`field${marks.isWrong ? ' field-wrong' : ''}`}>
      <legend class="form-label">
        {props.label}
        {marks.required}
      </legend>
      {marks.hint}
      {marks.error}
      {marks.now}
      <div class="moment-entry">
        <div>
          <label for={id}>{text.day}</label>
          <DayEntry {...props} attributes={{ ...attributes, name: `${name}.day` }} typed={day} />
        </div>
        <div>
          <label for={timeId}>{text.time}</label>
          <TimeEntry attributes={{ ...attributes, id: timeId, name: `${name}.time` }} typed={time} />
        </div>
      </div>
    </fieldset>
  );
}

/** A moment as such a field shows it. */
export const momentToType = (moment: Date): string => `${dayOf(moment)}T${showTime(moment)}`;

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
      kind="chosen"
      {...props}
      hint={hint || undefined}
      control={(attributes) => <input {...attributes} class="form-control" type="file" accept={props.accept} />}
    />
  );
}
