import { Email, Text } from '../../platform/request-fields';

export class AppointManagerRequest {
  @Email({ description: 'The address of the account that will run the class.' })
  readonly email: string;

  @Text({
    optional: true,
    max: 500,
    description: 'By whose decision this manager has another class at the same time; needed when they have one.',
  })
  readonly managerOverlapReason?: string;
}
