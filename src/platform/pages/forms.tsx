import type { ComponentChildren } from 'preact';
import type { FieldError } from '../problems/refusal';
import { elsewhereOf } from '../ticked-elsewhere';
import { useFields } from './faults';
import {
  type FormValues,
  type Meanwhile,
  choicesAt,
  CurrentForm,
  controlId,
  defaultFormId,
  useForm,
} from './form-scope';
import type { Query } from './links';
import { useWords } from './page-context';
import { pageWords } from './words';

/** What a form sends that nobody types; a list as one field for each. */
type HiddenValues = Readonly<Record<string, Query[string] | readonly string[]>>;

export interface FormProps {
  readonly action: string;
  /** Two forms on one page need two ids, and a Problem beside one of them that form's id. */
  readonly id?: string;
  readonly values?: FormValues;
  readonly errors?: readonly FieldError[];
  /** What somebody else changed meanwhile: said beside each field it concerns. */
  readonly meanwhile?: Meanwhile | null;
  /** Where the form is had anew after that, without what was typed. */
  readonly again?: string;
  readonly hidden?: HiddenValues;
  /** For a form with a file. */
  readonly isMultipart?: boolean;
  readonly children?: ComponentChildren;
}

/**
 * A form that works without script and, when refused, comes back with everything typed still in it.
 * Checks are the server's alone, so that they speak the reader's language and say what to do.
 */
export function Form({
  action,
  id = defaultFormId,
  values = {},
  errors = [],
  meanwhile = null,
  again,
  hidden,
  isMultipart,
  children,
}: FormProps) {
  return (
    <form
      method="post"
      action={action}
      id={id}
      noValidate
      enctype={isMultipart ? 'multipart/form-data' : undefined}
      class="form"
    >
      <HiddenFields fields={hidden} />
      {meanwhile && again && <LoadAgain href={again} />}
      <CurrentForm.Provider value={{ id, values, errors, meanwhile }}>{children}</CurrentForm.Provider>
    </form>
  );
}

function LoadAgain({ href }: { href: string }) {
  const { loadAgain } = useWords(pageWords);
  return (
    <p>
      <LinkButton href={href} label={loadAgain} />
    </p>
  );
}

/** Fields side by side where the screen has room. */
export function FieldRow({ children }: { children: ComponentChildren }) {
  return <div class="field-row">{children}</div>;
}

export type ButtonTone = 'primary' | 'plain' | 'danger';
const buttonClasses: Readonly<Record<ButtonTone, string>> = {
  primary: 'btn btn-primary',
  plain: 'btn',
  danger: 'btn btn-grave',
};

/** Sends the form it stands in; `name` and `value` tell apart several buttons of one form. */
export function SubmitButton({
  label,
  tone = 'primary',
  name,
  value,
}: {
  label: string;
  tone?: ButtonTone;
  name?: string;
  value?: string;
}) {
  return (
    <button type="submit" class={buttonClasses[tone]} name={name} value={value}>
      {label}
    </button>
  );
}

/** What ends a long form stays in sight below it: the button, and before it what one should know of it. */
export function SaveBar({ children }: { children: ComponentChildren }) {
  return (
    <div class="save-bar">
      <TickedElsewhere />
      {children}
    </div>
  );
}

/** Rows that were ticked before the list was turned, ordered or narrowed, and are not on this page (decision 124). */
function TickedElsewhere() {
  const { id, values } = useForm();
  const { tickedElsewhere } = useWords(pageWords);
  const rows = useFields().rows.filter(({ formId }) => formId === id);
  if (rows.length === 0) return null;
  const isHere = (value: string) => rows.some((row) => row.value === value);
  const { name } = rows[0]!;
  const left = choicesAt(values, name).filter((value) => !isHere(value));
  return (
    <div class="ticked-elsewhere" hidden={left.length === 0}>
      <label class="choice">
        <input
          class="form-check-input"
          type="checkbox"
          name={elsewhereOf(name)}
          value={left.join()}
          checked={left.length > 0}
        />
        <span>
          {tickedElsewhere} <b>{left.length}</b>
        </span>
      </label>
    </div>
  );
}

/** A link that leads to where something is done. */
export function LinkButton({ href, label, tone = 'plain' }: { href: string; label: string; tone?: ButtonTone }) {
  return (
    <a class={buttonClasses[tone]} href={href}>
      {label}
    </a>
  );
}

/**
 * One action as one button. With `confirm` the button first unfolds what will happen, with room for fields
 * such as a reason, and a second button that does it. It brings its own form, so it cannot stand inside another.
 */
export function ActionButton({
  label,
  tone = 'plain',
  confirm,
  confirmLabel = label,
  children,
  ...form
}: FormProps & {
  label: string;
  tone?: ButtonTone;
  confirm?: string;
  confirmLabel?: string;
}) {
  const id = form.id ?? controlId('do', form.action);
  if (!confirm) {
    return (
      <Form {...form} id={id}>
        <SubmitButton label={label} tone={tone} />
      </Form>
    );
  }
  return (
    <details class="confirm" open={(form.errors ?? []).length > 0}>
      <summary class={buttonClasses[tone]}>{label}</summary>
      <div class="confirm-body">
        <p>{confirm}</p>
        <Form {...form} id={id}>
          {children}
          <SubmitButton label={confirmLabel} tone={tone === 'plain' ? 'primary' : tone} />
        </Form>
      </div>
    </details>
  );
}

export function HiddenFields({ fields = {} }: { fields?: HiddenValues }) {
  const each = Object.entries(fields).flatMap(([name, values]) =>
    [values].flat().map((value) => [name, value] as const),
  );
  const given = each.filter(([, value]) => value !== null && value !== undefined && value !== '');
  return (
    <>
      {given.map(([name, value]) => (
        <input type="hidden" name={name} value={String(value)} />
      ))}
    </>
  );
}
