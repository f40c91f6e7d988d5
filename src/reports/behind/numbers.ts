import { classStates, goneStandings, type NumberName, standings } from '../figures';

/** The kinds of facts a number counts together; each fact is of one kind. */
const together: Partial<Readonly<Record<NumberName, readonly NumberName[]>>> = {
  nominated: standings,
  gone: goneStandings,
  classes: classStates,
};

export const kindsOf = (number: NumberName): readonly NumberName[] => together[number] ?? [number];

/** Of courses alone: counted over all units, whoever reads it. */
const ofCourses: readonly NumberName[] = ['classes', ...classStates, 'seats', 'pool'];
export const isOfCourses = (number: NumberName): boolean => ofCourses.includes(number);

export const isOfStudies = (number: NumberName): boolean => number.startsWith('study');
