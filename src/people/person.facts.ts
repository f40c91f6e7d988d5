import type { PersonFacts } from './person.entity';

export const factTypes = {
  fullName: 'text',
  sex: 'text',
  birthDate: 'date',
  cell: 'text',
  position: 'text',
  partyPosition: 'text',
  keyCadre: 'boolean',
  planned: 'boolean',
  standing: 'text',
  joinedOn: 'date',
  officialOn: 'date',
  education: 'text',
  theoryLevel: 'text',
  ratings: 'jsonb',
  phone: 'text',
  email: 'citext',
  leftOn: 'date',
} as const satisfies Record<keyof PersonFacts, string>;

export const factNames = Object.keys(factTypes) as readonly (keyof PersonFacts)[];

/** The facts that differ. */
export function differences(before: PersonFacts, after: PersonFacts): readonly (keyof PersonFacts)[] {
  return factNames.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
}
