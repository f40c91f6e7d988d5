import { PartialType, PickType } from '@nestjs/swagger';
import type { Day } from '../platform/clock';
import { versionIn } from '../platform/etags';
import { tidyName } from '../platform/names';
import { PageQuery } from '../platform/paging';
import { DayField, Flag, Id, OneOf, Text } from '../platform/request-fields';
import { isEmptied, readRequest } from '../platform/requests';
import { Mailbox, Phone, RatingsByYear } from './people.request-parts';
import { longestText } from './person.contradictions';
import type { PersonFacts } from './person.entity';
import { optionalFacts } from './person.facts';
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

  @Text({
    optional: true,
    max: 100,
    description:
      'Words of a name, with or without marks, or a part of a code; a telephone number or an e-mail address, or what it begins with.',
  })
  readonly search?: string;

  @Flag({ description: 'By the catalogue of posts; where it does not know the post, by the roster.' })
  readonly keyCadre?: boolean;

  @Flag({ description: 'Whether planned for a key post; both unless told.' })
  readonly planned?: boolean;

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

/** What is said of somebody; rosters say the same by columns. */
class PersonFactsRequest {
  @Text({ max: longestText })
  readonly fullName: string;

  @OneOf(sexes)
  readonly sex: Sex;

  @DayField()
  readonly birthDate: Day;

  @Text({ optional: true, max: longestText, description: 'The Party cell (chi bộ).' })
  readonly cell?: string;

  @Text({ optional: true, max: longestText })
  readonly position?: string;

  @Text({ optional: true, max: longestText })
  readonly partyPosition?: string;

  @Flag({ description: 'Holds a key post; no unless told.' })
  readonly keyCadre?: boolean;

  @Flag({ description: 'Is planned for a key post; no unless told.' })
  readonly planned?: boolean;

  @Text({ optional: true, max: longestText, description: 'The post they are planned for; whoever has one is planned.' })
  readonly plannedPost?: string;

  @DayField({ optional: true, description: 'Since when they hold their position.' })
  readonly postSince?: Day;

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

  @Mailbox()
  readonly email?: string;
}

export class CreatePersonRequest extends PersonFactsRequest {
  @Id()
  readonly unitId: string;

  @Text({ max: 50, description: 'Unique among the people of all units.' })
  readonly code: string;

  @Flag({ description: 'That somebody known who is like this is another person; said after being asked.' })
  readonly isSomebodyElse?: boolean;
}

/** What is left out stays; what may be unknown is taken away by null. Ratings are all of them, by year. */
export class CorrectPersonRequest extends PartialType(PersonFactsRequest) {
  @Text({ max: 500, description: 'Why, for the journal.' })
  readonly reason: string;
}

/** The form says every fact; a field left blank is one that is not known. */
class CorrectionFormRequest extends PersonFactsRequest {
  @Text({ max: 500 })
  readonly reason: string;

  @Text({ max: 20 })
  readonly version: string;

  /** What the form showed first, see {@link broughtUpToDate}. */
  @Text({ max: 10_000 })
  readonly seen: string;
}

export interface Correction {
  readonly reason: string;
  readonly changes: Partial<SaidFacts>;
}

/** @throws InvalidInput */
export function readCorrection(sent: object): Correction {
  const { reason, ...given } = readRequest(CorrectPersonRequest, sent);
  const emptied = optionalFacts.filter((fact) => isEmptied(sent, fact)).map((fact) => [fact, null] as const);
  const said = Object.entries(given).filter(([, value]) => value !== undefined);
  const changes: Partial<SaidFacts> = { ...Object.fromEntries(said), ...Object.fromEntries(emptied) };
  return {
    reason,
    changes: { ...changes, ...(given.fullName !== undefined && { fullName: tidyName(given.fullName) }) },
  };
}

/** @throws InvalidInput | ChangedMeanwhile for a form of no version */
export function readCorrectionForm(sent: object): Correction & { readonly version: number | null } {
  const { reason, version, ...said } = readRequest(CorrectionFormRequest, sent);
  return { reason, version: versionIn(version), changes: saidFacts(said) };
}

/** All a unit says of somebody but when they left, which has doors of its own. */
type SaidFacts = Omit<PersonFacts, 'leftOn'>;

/** Everything that was said, and of what was not, what is taken for it. */
export function saidFacts(said: PersonFactsRequest): SaidFacts {
  return {
    fullName: tidyName(said.fullName),
    sex: said.sex,
    birthDate: said.birthDate,
    cell: said.cell ?? null,
    position: said.position ?? null,
    partyPosition: said.partyPosition ?? null,
    keyCadre: said.keyCadre ?? false,
    planned: said.planned ?? said.plannedPost !== undefined,
    plannedPost: said.plannedPost ?? null,
    postSince: said.postSince ?? null,
    standing: said.standing,
    joinedOn: said.joinedOn ?? null,
    officialOn: said.officialOn ?? null,
    education: said.education,
    theoryLevel: said.theoryLevel ?? 'none',
    ratings: said.ratings ?? {},
    phone: said.phone ?? null,
    email: said.email ?? null,
  };
}

export class NewPersonQuery {
  @Id({ optional: true })
  readonly unitId?: string;
}

export class ContactsRequest extends PickType(PersonFactsRequest, ['phone', 'email']) {}
