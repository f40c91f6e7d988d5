import { DayField, Id, Text } from '../../platform/request-fields';

export class OverrideRequest {
  @Id()
  readonly personId: string;

  @Text({ max: 60, description: 'The rule of the course that is set aside, by its code, e.g. `minimum_age`.' })
  readonly rule: string;

  @Text({ max: 100, description: 'Number of the decision, e.g. 128-QĐ/ĐU.' })
  readonly decisionNumber: string;

  @DayField()
  readonly decisionDate: string;

  @Text({ max: 200, description: 'Who decided.' })
  readonly authority: string;

  @Text({ max: 500 })
  readonly reason: string;
}

/** The form names the unit too, to come back with its people. */
export class OverrideFormRequest extends OverrideRequest {
  @Id({ optional: true })
  readonly unitId?: string;
}

export class OverridesPageQuery {
  @Id({ optional: true, description: 'The unit whose people the form is about.' })
  readonly unitId?: string | undefined;

  @Id({ optional: true, description: 'Whom the form comes filled for.' })
  readonly personId?: string | undefined;
}
