import type { Bilingual } from '../messages/words';

const namedAtMost = 10;

/** Each of them in a row; of many, the first ones and how many more. */
export function named(people: readonly (Bilingual | string)[]): Bilingual {
  const more = people.length - namedAtMost;
  const each = (locale: keyof Bilingual) =>
    people
      .slice(0, namedAtMost)
      .map((person) => (typeof person === 'string' ? person : person[locale]))
      .join('; ');
  return {
    vi: `${each('vi')}${more > 0 ? `; và ${more} người nữa` : ''}`,
    en: `${each('en')}${more > 0 ? `; and ${more} more` : ''}`,
  };
}
