import { etagOf } from '../../platform/etags';
import type { Locale } from '../../platform/messages/words';
import { type FormValues, textAt } from '../../platform/pages/form-scope';
import type { Query } from '../../platform/pages/links';
import type { Refusal } from '../../platform/problems/refusal';
import { ChangedMeanwhile } from '../../platform/problems/refusals';
import { dayTyped } from '../../platform/typed-times';
import type { PersonItem } from '../people.queries';
import { peopleWords } from '../people.words';
import type { PersonFacts } from '../person.entity';
import { factNames, factTypes } from '../person.facts';
import { ratingWords } from '../person.labels';
import { factWords } from '../person.present';
import type { Rating } from '../person.values';

/** What a form shows of somebody, by the names of its fields: `ratings.2025` is the rating of 2025. */
export type FormFacts = Readonly<Record<string, string>>;

export function formFacts(facts: PersonFacts): FormFacts {
  return Object.fromEntries([
    ...formFactNames.map((fact) => [fact, String(facts[fact] ?? '')]),
    ...Object.entries(facts.ratings).map(([year, rating]) => [`ratings.${year}`, rating]),
  ]) as FormFacts;
}

export const formFactNames = factNames.filter((fact) => fact !== 'ratings' && fact !== 'leftOn');

/** What somebody else changed while a form was filled in. */
export interface ChangedUnderForm {
  readonly field: string;
  readonly seen: string;
  readonly now: string;
  /** What was typed where both changed the same; null where it was not touched. */
  readonly typed: string | null;
}

/**
 * A form filled in on what is no longer so. What was typed stays, what was not touched becomes what is stored by now.
 * @param seen what the form showed first
 */
export function broughtUpToDate(
  typed: FormValues,
  seen: FormValues,
  now: FormFacts,
): { readonly values: FormFacts; readonly changed: readonly ChangedUnderForm[] } {
  const fields = [...new Set([...Object.keys(now), ...Object.keys(typed).filter((field) => /^ratings\./.test(field))])];
  const isTouched = (field: string) => meant(typed, field) !== textAt(seen, field);
  const values = fields.map((field) => [field, isTouched(field) ? meant(typed, field) : (now[field] ?? '')]);
  const changed = fields
    .filter((field) => (now[field] ?? '') !== textAt(seen, field))
    .map((field) => ({
      field,
      seen: textAt(seen, field),
      now: now[field] ?? '',
      typed: isTouched(field) ? meant(typed, field) : null,
    }));
  return { values: Object.fromEntries(values) as FormFacts, changed };
}

/** A day is typed in another form than the one it was shown from. */
function meant(typed: FormValues, field: string): string {
  const text = textAt(typed, field);
  return factTypes[field as keyof typeof factTypes] === 'date' ? dayTyped(text) : text;
}

/** A field of the form in the reader's words, and what stands in it. */
export function formFactWords(locale: Locale, field: string): { label: string; value: (text: string) => string } {
  const say = peopleWords[locale];
  const [fact, year] = field.split('.') as [keyof PersonFacts, string?];
  if (year !== undefined)
    return { label: say.ratingIn(year), value: (text) => ratingWords[locale][text as Rating] ?? say.blank };
  const read = (text: string) => (fact === 'keyCadre' || fact === 'planned' ? text === 'true' : text || null);
  return {
    label: say[fact],
    value: (text) =>
      factWords(locale).value(
        { [fact]: read(text) } as unknown as PersonFacts,
        fact as Exclude<typeof fact, 'ratings'>,
      ),
  };
}

/** A form about somebody as it is shown. */
export interface ShownForm {
  readonly values: FormValues;
  readonly hidden: Query;
  /** What somebody else changed meanwhile. */
  readonly changed: readonly ChangedUnderForm[];
}

/** @param typed what stands in the form beside what is stored; all of it, when it was refused */
export function shownForm(person: PersonItem, typed: FormValues, refusal: Refusal | null): ShownForm {
  const stored = formFacts(person);
  const { reason, version, seen } = typed;
  const fresh = { version: etagOf(person.version), seen: JSON.stringify(stored) };
  if (refusal instanceof ChangedMeanwhile) {
    const { values, changed } = broughtUpToDate(typed, seenIn(seen), stored);
    return { values: { ...values, reason }, hidden: fresh, changed };
  }
  if (refusal) return { values: typed, hidden: { version: String(version), seen: String(seen) }, changed: [] };
  return { values: { ...stored, ...typed }, hidden: fresh, changed: [] };
}

/** The field comes from a form, so it is whatever somebody sent. */
function seenIn(seen: unknown): FormValues {
  try {
    return Object(JSON.parse(String(seen))) as FormValues;
  } catch {
    return {};
  }
}
