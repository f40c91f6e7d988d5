import { type NumberName, standings } from '../figures';

/** The kinds of facts a number counts together; each fact is of one kind. */
const together: Partial<Readonly<Record<NumberName, readonly string[]>>> = {
  nominated: standings,
  gone: ['withdrawn', 'substituted', 'deferred'],
  classes: ['planned', 'announced', 'open', 'closed', 'cancelled'],
};

export const kindsOf = (number: NumberName): readonly string[] => together[number] ?? [number];

/** Of courses alone: counted over all units, whoever reads it. */
const ofCourses: readonly NumberName[] = [
  'classes',
  'planned',
  'announced',
  'open',
  'closed',
  'cancelled',
  'seats',
  'pool',
];
export const isOfCourses = (number: NumberName): boolean => ofCourses.includes(number);

export const isOfStudies = (number: NumberName): boolean => number.startsWith('study');
