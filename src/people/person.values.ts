/** The closed vocabularies of a person's record, lowest first where they are ordered. */
export const sexes = ['male', 'female'] as const;
export type Sex = (typeof sexes)[number];

export const standings = ['non_member', 'probationary', 'official'] as const;
export type Standing = (typeof standings)[number];

export const educations = [
  'lower_secondary',
  'upper_secondary',
  'vocational',
  'college',
  'university',
  'master',
  'doctor',
] as const;
export type Education = (typeof educations)[number];

export const theoryLevels = ['none', 'elementary', 'intermediate', 'advanced'] as const;
export type TheoryLevel = (typeof theoryLevels)[number];

/** The yearly rating: KHTNV, HTNV, HTTNV, HTXSNV. */
export const ratings = ['not_completed', 'completed', 'good', 'excellent'] as const;
export type Rating = (typeof ratings)[number];

/** The ranks of posts; each covers those like it, wherever it is held. */
export const postRanks = ['staff', 'team', 'deputy_department', 'department', 'deputy_unit', 'unit'] as const;
export type PostRank = (typeof postRanks)[number];

/** The higher of two theory levels. */
export function higherLevel(one: TheoryLevel, other: TheoryLevel): TheoryLevel {
  return isAtLeast(theoryLevels, one, other) ? one : other;
}

/** Whether `value` is at or above `floor` in an ordered vocabulary. */
export function isAtLeast<T extends string>(order: readonly T[], value: T, floor: T): boolean {
  return order.indexOf(value) >= order.indexOf(floor);
}
