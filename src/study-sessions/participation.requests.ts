import { PageQuery } from '../platform/paging';
import { Flag, Id, OneOf, Text } from '../platform/request-fields';
import { type ParticipationOrder, participationOrders } from './participation-list';
import { type ExemptionGround, exemptionGrounds, type RollPlace, rollPlaces } from './roll';
import { type RollGroup, rollGroups } from './rolls.queries';

export class ParticipationQuery extends PageQuery {
  @Id({ optional: true, description: 'Only units called to this site.' })
  readonly siteId?: string;

  @Flag({ description: 'Only units that have done the study, or have not.' })
  readonly done?: boolean;

  @OneOf(participationOrders, { optional: true, description: '`unit` unless told; `-` turns the order round.' })
  readonly sort?: ParticipationOrder;
}

export class ParticipationPageQuery extends ParticipationQuery {
  @Text({ optional: true, max: 1_000 })
  readonly cursor?: string;
}

export class RollQuery extends PageQuery {
  @OneOf(rollGroups, { optional: true, description: 'Only obliged members absent or attended, the exempt, …' })
  readonly group?: RollGroup;

  @Text({ optional: true, description: 'Part of a name, with or without marks.' })
  readonly search?: string;

  @OneOf(['name', '-name'], { optional: true })
  readonly sort?: 'name' | '-name';
}

export class RollPageQuery extends RollQuery {
  @Text({ optional: true, max: 1_000 })
  readonly cursor?: string;
}

export class ExemptionRequest {
  @OneOf(exemptionGrounds)
  readonly ground: ExemptionGround;

  @Text({ max: 300, description: 'Who decided, with number and day of the paper.' })
  readonly decidedBy: string;
}

export class RollCorrectionRequest {
  @OneOf(rollPlaces, { description: 'How the person should stand on the roll.' })
  readonly place: RollPlace;

  @OneOf(exemptionGrounds, { optional: true, description: 'Needed for `exempt`.' })
  readonly ground?: ExemptionGround;

  @Text({ max: 300, description: 'Number, day and issuer of the decision.' })
  readonly decision: string;

  @Text({ max: 500 })
  readonly reason: string;
}

export class CorrectionOfPersonRequest extends RollCorrectionRequest {
  @Id()
  readonly personId: string;
}
