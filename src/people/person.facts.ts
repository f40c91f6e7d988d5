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
  plannedPost: 'text',
  postSince: 'date',
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

/** What may be unknown of somebody; every other fact is always there. */
export const optionalFacts = [
  'cell',
  'position',
  'partyPosition',
  'plannedPost',
  'postSince',
  'joinedOn',
  'officialOn',
  'phone',
  'email',
] as const;

export const factNames = Object.keys(factTypes) as readonly (keyof PersonFacts)[];

/** What a unit says of somebody, without what else is stored. */
export const factsOf = (person: PersonFacts): PersonFacts =>
  Object.fromEntries(factNames.map((name) => [name, person[name]])) as unknown as PersonFacts;

/** The facts that differ. */
export function differences(before: PersonFacts, after: PersonFacts): readonly (keyof PersonFacts)[] {
  return factNames.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
}
