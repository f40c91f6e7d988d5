import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { showDay } from '../clock';
import { dayTyped, timeTyped } from '../typed-times';
import type { FieldError } from '../problems/refusal';

/** What was typed or stored, by the request's own names: flat (`'letter.number'`) or nested (`letter: { number }`). */
export type FormValues = Readonly<Record<string, unknown>>;

/** The form around a field: it keeps what was typed and tells each field what is wrong with it. */
export interface FormScope {
  readonly id: string;
  readonly values: FormValues;
  readonly errors: readonly FieldError[];
  readonly meanwhile?: Meanwhile | null;
}

/** What somebody else changed while the form was filled in. */
export interface Meanwhile {
  /** What is stored by now. */
  readonly now: FormValues;
  /** What the form said before anything was typed. */
  readonly loaded: FormValues;
}

export const defaultFormId = 'form';

export const CurrentForm = createContext<FormScope>({ id: defaultFormId, values: {}, errors: [] });

export function useForm(): FormScope {
  return useContext(CurrentForm);
}

/** The id of a field's control, which the list of problems links to. */
export function controlId(formId: string, field: string): string {
  return `${formId}-${field}`.replace(/[^\p{L}\p{N}]+/gu, '-');
}

/** What a control shows: text as it was typed, numbers and yes/no as they are sent, nothing for what is absent. */
export function textAt(values: FormValues, field: string): string {
  const found = valueAt(values, field);
  return typeof found === 'string' || typeof found === 'number' || typeof found === 'boolean' ? String(found) : '';
}

/** A day as people write it here; what is none stays as it was typed. */
export const dayShown = (typed: string): string => (/^\d{4}-\d{2}-\d{2}$/.test(typed) ? showDay(typed) : typed);

/** All that was chosen under one name: boxes that share a name send a list, or a single text when one is ticked. */
export function choicesAt(values: FormValues, field: string): readonly string[] {
  const found = valueAt(values, field);
  return Array.isArray(found) ? found.map(String) : [textAt(values, field)].filter((choice) => choice !== '');
}

/** What a field says in the one writing in which it is compared, whether it was typed or is stored. */
export function saidAt(values: FormValues, field: string): string {
  const moment = [dayTyped(values[`${field}.day`]), timeTyped(values[`${field}.time`])].filter(Boolean);
  if (moment.length > 0) return moment.join('T');
  const said = choicesAt(values, field).map((one) => dayTyped(one.replaceAll('\r\n', '\n')));
  // A box that is not ticked sends nothing; ticks are sent in the order of the boxes, and kept in one of their own.
  return said
    .filter((one) => one !== 'false')
    .toSorted()
    .join();
}

export const isAt = (values: FormValues, field: string): boolean => valueAt(values, field) !== undefined;

function valueAt(values: FormValues, field: string): unknown {
  if (field in values) return values[field];
  return field
    .split('.')
    .reduce<unknown>(
      (found, step) => (typeof found === 'object' && found !== null ? (found as FormValues)[step] : undefined),
      values,
    );
}
