import { showDay } from '../platform/clock';
import type { Locale } from '../platform/messages/words';
import { peopleWords } from './people.words';
import type { PersonFacts } from './person.entity';
import { differences } from './person.facts';
import { educationWords, ratingWords, sexWords, standingWords, theoryLevelWords } from './person.labels';

/** Facts in the reader's words. */
export function factWords(locale: Locale) {
  const say = peopleWords[locale];

  const value = (facts: PersonFacts, fact: Exclude<keyof PersonFacts, 'ratings'>): string => {
    switch (fact) {
      case 'sex':
        return sexWords[locale][facts.sex];
      case 'standing':
        return standingWords[locale][facts.standing];
      case 'education':
        return educationWords[locale][facts.education];
      case 'theoryLevel':
        return theoryLevelWords[locale][facts.theoryLevel];
      case 'keyCadre':
      case 'planned':
        return facts[fact] ? say.yes : say.no;
      case 'birthDate':
      case 'joinedOn':
      case 'officialOn':
      case 'postSince':
      case 'leftOn': {
        const day = facts[fact];
        return day === null ? say.blank : showDay(day);
      }
      default:
        return facts[fact] ?? say.blank;
    }
  };
  const rating = (facts: PersonFacts, year: string): string => {
    const given = facts.ratings[year];
    return given ? ratingWords[locale][given] : say.blank;
  };

  /** What differs, from what, to what. */
  const changes = (before: PersonFacts, after: PersonFacts): readonly (readonly [string, string, string])[] =>
    differences(before, after).flatMap((fact) => {
      if (fact !== 'ratings') return [[say[fact], value(before, fact), value(after, fact)] as const];
      const years = Object.keys({ ...before.ratings, ...after.ratings });
      return years
        .filter((year) => before.ratings[year] !== after.ratings[year])
        .map((year) => [say.ratingIn(year), rating(before, year), rating(after, year)] as const);
    });
  return { value, changes };
}
