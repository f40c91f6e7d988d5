import { Email, Text } from '../../platform/request-fields';
import { NewPassword } from '../chosen-passwords';

export class AskLinkRequest {
  @Email()
  readonly email: string;
}

export class ResetPasswordRequest {
  @NewPassword()
  readonly password: string;
}

export class ResetByCodeRequest {
  @Email()
  readonly email: string;

  @Text({ max: 30, description: 'From the slip; capitals, blanks and dashes do not matter.' })
  readonly code: string;

  @NewPassword()
  readonly password: string;
}

export class SignInByLinkRequest {
  @Text({ optional: true, max: 30, description: 'Of the second step, when the account has one; or a recovery code.' })
  readonly code?: string;
}
