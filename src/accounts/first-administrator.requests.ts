import { Email, Text } from '../platform/request-fields';
import { NewPassword } from './chosen-passwords';

export class FirstAdministratorRequest {
  @Text({ max: 100, description: 'From the link the service printed.' })
  readonly code: string;

  @Text()
  readonly blocName: string;

  @Text({ optional: true, description: 'The same in English; as in Vietnamese unless told.' })
  readonly blocNameEn?: string;

  @Text({ max: 100 })
  readonly name: string;

  @Email()
  readonly email: string;

  @NewPassword()
  readonly password: string;
}
