import { Id, Text } from '../../platform/request-fields';
import { NewPassword } from '../chosen-passwords';

export class AcceptInvitationRequest {
  @NewPassword()
  readonly password: string;
}

export class RosterRequest {
  @Id({ description: 'The unit whose people are invited.' })
  readonly unitId: string;
}

const namesSearched = { optional: true, max: 100, description: 'Words of a name, with or without marks.' } as const;

export class RosterLookRequest extends RosterRequest {
  @Text(namesSearched)
  readonly search?: string;
}

/** On a page, where the unit may still be chosen. */
export class RosterQuery {
  @Id({ optional: true })
  readonly unitId?: string;

  @Text(namesSearched)
  readonly search?: string;
}
