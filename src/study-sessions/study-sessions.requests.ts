import { PartialType, PickType } from '@nestjs/swagger';
import { NewClassRequest } from '../classes/classes.requests';
import { Flag, Id, Text, WholeNumber } from '../platform/request-fields';
import { Ids, Part, PartList, Texts } from '../platform/request-parts';

const mostSites = 100;
const mostPeople = 5000;

export class NewSiteRequest {
  @Text()
  readonly name: string;

  @Id({ description: 'The unit whose hall it is.' })
  readonly hostUnitId: string;

  @Text({ max: 300 })
  readonly address: string;

  @WholeNumber({ min: 1, max: 10_000 })
  readonly capacity: number;

  @Flag({ description: 'Whether the speaker is here; exactly one site is the central one.' })
  readonly central?: boolean;
}

/** What is left out stays. */
export class ChangeSiteRequest extends PartialType(PickType(NewSiteRequest, ['name', 'address', 'capacity'])) {}

export class CalledUnitRequest {
  @Id()
  readonly unitId: string;

  @Text({ description: 'The name of one of the sites.' })
  readonly siteName: string;
}

export class ScheduleRequest {
  @Part(() => NewClassRequest)
  readonly class: NewClassRequest;

  @Texts({ max: 30, description: 'Titles in the order of study.' })
  readonly documents: string[];

  @PartList(() => NewSiteRequest, { max: mostSites })
  readonly sites: NewSiteRequest[];

  @PartList(() => CalledUnitRequest, { description: 'The units obliged to attend, each at one site.' })
  readonly obliged: CalledUnitRequest[];
}

export class DocumentRequest {
  @Text({ max: 500 })
  readonly title: string;
}

export class SiteOfUnitRequest {
  @Id()
  readonly siteId: string;
}

export class RollRequest {
  @Text({ max: 500, optional: true, description: 'Why the rolls are frozen before the first day; not needed later.' })
  readonly reason?: string;
}

export class RegistrationRequest {
  @Id()
  readonly unitId: string;

  @Ids({ optional: true, min: 0, max: mostPeople, description: 'People of the unit.' })
  readonly personIds?: string[];

  @Flag({ description: 'Every member of the unit who is neither registered yet nor exempt.' })
  readonly allMembers?: boolean;

  @Flag({ description: 'When the site is too small for all: take as many as there is room for, by given name.' })
  readonly asManyAsFit?: boolean;
}

export class StudyQuery {
  @Id({ optional: true, description: 'The unit to register people of.' })
  readonly unitId?: string;

  @Text({ optional: true, description: 'Part of a name or code, with or without marks.' })
  readonly search?: string;
}
