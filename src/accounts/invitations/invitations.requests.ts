import { Id } from '../../platform/requests';
import { NewPassword } from '../chosen-passwords';

export class AcceptInvitationRequest {
  @NewPassword()
  readonly password: string;
}

export class RosterRequest {
  @Id({ description: 'The unit whose people are invited.' })
  readonly unitId: string;
}

/** On a page, where the unit may still be chosen. */
export class RosterQuery {
  @Id({ optional: true })
  readonly unitId?: string;
}
