import type { Bilingual, Locale } from '../../platform/messages/words';
import { locales } from '../../platform/messages/words';
import type { FieldError } from '../../platform/problems/refusal';
import type { PlaceholderValues, ReminderText } from '../rules/definition';
import { reminderDefinitions } from '../rules/definitions';
import { placeholdersIn } from '../text';
import type { ReminderRule } from '../rules/rule';
import { type PlaceholderMeaning, placeholderMeanings } from './placeholders.words';

export interface Placeholder extends PlaceholderMeaning {
  readonly name: string;
  /** Whether it may stand in a subject, which also appears as a notice and on the lock screen of a phone. */
  readonly inSubject: boolean;
}

/** What every rule about a class can say, whether our own words use it or not. */
const ofClass = ['class', 'unit', 'when', 'where'];

/** The placeholders the office may use in the words of a rule: those our own words use, and those of its class. */
export function placeholdersOf(rule: ReminderRule): Placeholder[] {
  const ours = locales.map((locale) => reminderDefinitions[rule].texts[locale]);
  const used = new Set(ours.flatMap(({ subject, body }) => placeholdersIn(`${subject}\n${body}`)));
  const names = [...new Set([...(used.has('class') ? ofClass : []), ...used])];
  const inOurSubjects = new Set(ours.flatMap(({ subject }) => placeholdersIn(subject)));
  return names.map((name) => {
    const meaning = placeholderMeanings[name] ?? unexplained;
    return {
      ...meaning,
      name,
      inSubject: !meaning.isPersonal && (inOurSubjects.has(name) || name in placeholderMeanings),
    };
  });
}

/** Values to show words with before anything real is chosen. */
export const sampleValues = (rule: ReminderRule, locale: Locale): PlaceholderValues =>
  Object.fromEntries(placeholdersOf(rule).map(({ name, sample }) => [name, sample[locale]]));

/** What the words name that cannot stand there, by the fields of the form. */
export function wrongPlaceholders(rule: ReminderRule, locale: Locale, { subject, body }: ReminderText): FieldError[] {
  const known = placeholdersOf(rule);
  const suffix = locale === 'vi' ? 'Vi' : 'En';
  const unknownIn = (text: string) =>
    bracedIn(text).filter((braced) => !known.some(({ name }) => braced === `{${name}}`));
  const personal = known.filter(({ name, inSubject }) => !inSubject && subject.includes(`{${name}}`));
  return [
    ...unknown(
      `subject${suffix}`,
      unknownIn(subject),
      known.filter(({ inSubject }) => inSubject),
    ),
    ...unknown(`body${suffix}`, unknownIn(body), known),
    ...(personal.length > 0 ? [personalInSubject(`subject${suffix}`, personal)] : []),
  ];
}

/** Everything in braces, and a brace that was opened and not closed. */
const bracedIn = (text: string) => [...new Set([...text.matchAll(/\{[^{}\n]*\}?/g)].map(([braced]) => braced))];

function unknown(field: string, names: readonly string[], usable: readonly Placeholder[]): FieldError[] {
  if (names.length === 0) return [];
  const usableNames = usable.map(({ name }) => `{${name}}`).join(', ');
  return [
    {
      field,
      code: 'unknown_placeholder',
      message: {
        vi: `Không có ký hiệu ${names.join(', ')}. Hãy bỏ đi hoặc thay bằng: ${usableNames}.`,
        en: `There is no placeholder ${names.join(', ')}. Leave it out or use one of: ${usableNames}.`,
      },
    },
  ];
}

function personalInSubject(field: string, personal: readonly Placeholder[]): FieldError {
  const names = personal.map(({ name }) => `{${name}}`).join(', ');
  return {
    field,
    code: 'personal_data_in_subject',
    message: {
      vi: `Tiêu đề không được chứa ${names} vì người khác có thể đọc thấy tiêu đề. Hãy chuyển ký hiệu này vào nội dung.`,
      en: `The subject cannot hold ${names}, because others may see a subject. Move it into the body.`,
    },
  };
}

const unexplainedWord: Bilingual = { vi: 'Xem lời của hệ thống', en: 'See our own words' };
const unexplained: PlaceholderMeaning = { meaning: unexplainedWord, sample: { vi: '…', en: '…' }, isPersonal: false };
