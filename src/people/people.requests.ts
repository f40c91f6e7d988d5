import type { Day } from '../platform/clock';
import { PageQuery } from '../platform/paging';
import { DayField, Email, Flag, Id, OneOf, Text } from '../platform/requests';
import { Phone, RatingsByYear } from './people.request-parts';
import {
  type Education,
  educations,
  type Rating,
  type Sex,
  sexes,
  type Standing,
  standings,
  type TheoryLevel,
  theoryLevels,
} from './person.values';

/** The orders people can be listed in; a minus turns one round. `name` is by given name, as offices list people. */
const peopleOrders = ['name', '-name', 'code', '-code', 'birthDate', '-birthDate'] as const;
export type PeopleOrder = (typeof peopleOrders)[number];

export class PeopleListQuery extends PageQuery {
  @Id({ optional: true })
  readonly unitId?: string;

  @Text({ optional: true, max: 100, description: 'Words of a name, with or without marks, or a part of a code.' })
  readonly search?: string;

  @Flag()
  readonly keyCadre?: boolean;

  @OneOf(standings, { optional: true })
  readonly standing?: Standing;

  @OneOf(theoryLevels, { optional: true })
  readonly theoryLevel?: TheoryLevel;

  @Flag({ description: 'Who belongs to the unit today, or who has left; both unless told.' })
  readonly isPresent?: boolean;

  @OneOf(peopleOrders, { optional: true, description: 'By given name unless told.' })
  readonly sort?: PeopleOrder;
}

/** The same on a page, whose address names the cursor so. */
export class PeoplePageQuery extends PeopleListQuery {
  @Text({ optional: true, max: 1_000 })
  readonly cursor?: string;
}

export class CreatePersonRequest {
  @Id()
  readonly unitId: string;

  @Text({ max: 50, description: 'Unique among the people of all units.' })
  readonly code: string;

  @Text({ max: 100 })
  readonly fullName: string;

  @OneOf(sexes)
  readonly sex: Sex;

  @DayField()
  readonly birthDate: Day;

  @Text({ optional: true, description: 'The Party cell (chi bộ).' })
  readonly cell?: string;

  @Text({ optional: true })
  readonly position?: string;

  @Text({ optional: true })
  readonly partyPosition?: string;

  @Flag({ description: 'Holds a key post; no unless told.' })
  readonly keyCadre?: boolean;

  @Flag({ description: 'Is planned for a key post; no unless told.' })
  readonly planned?: boolean;

  @OneOf(standings)
  readonly standing: Standing;

  @DayField({ optional: true })
  readonly joinedOn?: Day;

  @DayField({ optional: true })
  readonly officialOn?: Day;

  @OneOf(educations)
  readonly education: Education;

  @OneOf(theoryLevels, { optional: true, description: '`none` unless told.' })
  readonly theoryLevel?: TheoryLevel;

  @RatingsByYear()
  readonly ratings?: Readonly<Record<string, Rating>>;

  @Phone()
  readonly phone?: string;

  @Email({ optional: true })
  readonly email?: string;
}
