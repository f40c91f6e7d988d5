/*
 * Days and times as people write them here, day before month. Whatever cannot be read stays as it was typed, so that the
 * checks refuse it and a form shows it again.
 */

const dayForms = [
  /^(?<day>\d{1,2})(?<sign>[/.-])(?<month>\d{1,2})\k<sign>(?<year>\d{4})$/,
  /^(?<day>\d{2})(?<month>\d{2})(?<year>\d{4})$/,
];
const timeForms = [/^(?<hour>\d{1,2})\s?[:.hg]\s?(?<minute>\d{2})?$/i, /^(?<hour>\d{1,2})(?<minute>\d{2})$/];

function partsOf(text: string, forms: readonly RegExp[]): Readonly<Record<string, string | undefined>> | null {
  for (const form of forms) {
    const found = form.exec(text);
    if (found) return found.groups!;
  }
  return null;
}

/** `5/12/2026`, `05-12-2026`, `5.12.2026` and `05122026`, which a phone's keypad can type, are `2026-12-05`. */
export function dayTyped<Value>(value: Value): Value | string {
  if (typeof value !== 'string') return value;
  const text = value.trim();
  const parts = partsOf(text, dayForms);
  return parts ? `${parts['year']}-${parts['month']!.padStart(2, '0')}-${parts['day']!.padStart(2, '0')}` : text;
}

/** `7:30`, `7.30`, `7h30`, `7g30`, `7h` and `0730` are times by a clock of 24 hours, `07:30`. */
export function timeTyped<Value>(value: Value): Value | string {
  if (typeof value !== 'string') return value;
  const text = value.trim();
  const parts = partsOf(text, timeForms);
  return parts ? `${parts['hour']!.padStart(2, '0')}:${parts['minute'] ?? '00'}` : text;
}

/** A day and a time of a form's two fields, by the clocks of Ho Chi Minh City, as a text without a zone is; anything else as it came. */
export function momentTyped(value: unknown): unknown {
  const written = typeof value === 'object' && value !== null ? joined(value) : value;
  return typeof written === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(written) ? `${written}:00+07:00` : value;
}

function joined({ day, time }: { day?: unknown; time?: unknown }): string {
  return [dayTyped(day), timeTyped(time)].filter((part) => typeof part === 'string').join('T');
}
