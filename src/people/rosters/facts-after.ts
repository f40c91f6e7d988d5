import { foldLabel } from '../../platform/names';
import type { PersonFacts } from '../person.entity';
import { isAtLeast, theoryLevels } from '../person.values';
import type { KnownPerson } from '../stored-people';
import type { RosterRow } from './sheet';

/** What a row leads to for somebody who is known: what it leaves blank stays. */
export function factsAfter(row: RosterRow, person: KnownPerson, fullName: string): PersonFacts {
  const { facts } = person;
  return {
    fullName,
    sex: row.sex ?? facts.sex,
    birthDate: row.birthDate ?? facts.birthDate,
    cell: row.isCellAbove && isSameLabel(row.cell, facts.cell) ? facts.cell : (row.cell ?? facts.cell),
    position: row.position ?? facts.position,
    partyPosition: row.partyPosition ?? facts.partyPosition,
    keyCadre: row.keyCadre ?? facts.keyCadre,
    planned: row.planned ?? facts.planned,
    plannedPost: row.planned === false ? null : (row.plannedPost ?? facts.plannedPost),
    postSince: row.postSince ?? (isSameLabel(row.position ?? facts.position, facts.position) ? facts.postSince : null),
    standing: row.standing ?? facts.standing,
    joinedOn: row.joinedOn ?? facts.joinedOn,
    officialOn: row.officialOn ?? facts.officialOn,
    education: row.education ?? facts.education,
    theoryLevel: keepsEarnedLevel(row, person) ? person.theoryLevelEarned! : (row.theoryLevel ?? facts.theoryLevel),
    ratings: { ...facts.ratings, ...row.ratings },
    phone: row.phone ?? facts.phone,
    email: row.email ?? facts.email,
    leftOn: null,
  };
}

/** A heading in capitals does not say how the name is written. */
const isSameLabel = (one: string | null, other: string | null) => foldLabel(one ?? '') === foldLabel(other ?? '');

/** Of a row without doubts, which has all that somebody new needs. */
export function factsOfNew(row: RosterRow, fullName: string): PersonFacts {
  return {
    fullName,
    sex: row.sex!,
    birthDate: row.birthDate!,
    cell: row.cell,
    position: row.position,
    partyPosition: row.partyPosition,
    keyCadre: row.keyCadre ?? false,
    planned: row.planned ?? false,
    plannedPost: row.plannedPost,
    postSince: row.postSince,
    standing: row.standing!,
    joinedOn: row.joinedOn,
    officialOn: row.officialOn,
    education: row.education!,
    theoryLevel: row.theoryLevel ?? 'none',
    ratings: row.ratings,
    phone: row.phone,
    email: row.email,
    leftOn: null,
  };
}

/** A level that a class recorded here led to outlives an older list. */
export function keepsEarnedLevel({ theoryLevel }: RosterRow, { theoryLevelEarned }: KnownPerson): boolean {
  return theoryLevel !== null && theoryLevelEarned !== null && !isAtLeast(theoryLevels, theoryLevel, theoryLevelEarned);
}
