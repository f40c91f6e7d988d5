import { etagOf, versionIn } from '../../etags';
import type { FieldError, Refusal } from '../../problems/refusal';
import { ChangedMeanwhile } from '../../problems/refusals';
import { type FormValues, type Meanwhile, saidAt, textAt } from '../form-scope';

/** A form of what somebody else may change while it is filled in. */
export interface RecordForm {
  readonly values: FormValues;
  readonly errors: readonly FieldError[];
  /** Which version it was filled in upon, and what it said. */
  readonly hidden: { readonly version: string; readonly loaded: string };
  readonly meanwhile: Meanwhile | null;
}

/**
 * @param stored the record by the names of the form's fields
 * @param typed null for a form that was not sent yet. After a conflict what was typed stays, and whatever was not touched
 * becomes what the other wrote; sent again, it is the word of somebody who saw both.
 */
export function recordForm(
  { version, ...stored }: FormValues & { readonly version: number },
  typed: FormValues | null,
  refusal: Refusal | null,
): RecordForm {
  const hidden = { version: etagOf(version), loaded: JSON.stringify(plain(stored)) };
  if (!typed) return { values: stored, errors: [], hidden, meanwhile: null };
  const sent = { version: textAt(typed, 'version'), loaded: textAt(typed, 'loaded') };
  if (!(refusal instanceof ChangedMeanwhile))
    return { values: typed, errors: refusal?.fields ?? [], hidden: sent, meanwhile: null };
  const loaded = readLoaded(sent.loaded);
  const untouched = Object.keys(loaded).filter((field) => saidAt(typed, field) === saidAt(loaded, field));
  const parts = untouched.flatMap((field) => [field, `${field}.day`, `${field}.time`]);
  const kept = Object.entries(typed).filter(([field]) => !parts.includes(field));
  const taken = untouched.map((field) => [field, stored[field]]);
  return {
    values: Object.fromEntries([...kept, ...taken]) as FormValues,
    errors: [],
    hidden,
    meanwhile: { now: stored, loaded },
  };
}

/** What such a form sent. @throws ChangedMeanwhile for a version that is none of ours */
export function readRecordForm(body: unknown): { readonly version: number | null; readonly sent: FormValues } {
  const { version, ...typed } = Object(body) as FormValues;
  const sent = Object.fromEntries(Object.entries(typed).filter(([field]) => field !== 'loaded'));
  return { version: versionIn(version === undefined || typeof version === 'string' ? version : ''), sent };
}

/** What one can type, of what a record holds. */
const plain = (stored: FormValues): FormValues =>
  Object.fromEntries(
    Object.entries(stored).filter(([, value]) =>
      [value].flat().every((one) => one === null || typeof one !== 'object'),
    ),
  );

/** The field comes from a form, so it is whatever somebody sent. */
function readLoaded(sent: string): FormValues {
  try {
    return Object(JSON.parse(sent)) as FormValues;
  } catch {
    return {};
  }
}
