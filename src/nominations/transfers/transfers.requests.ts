import { Id, Text } from '../../platform/request-fields';

export class TransferRequest {
  @Id({ description: 'The class the person learns on in: another one of the course, under way.' })
  readonly classId: string;

  @Text({ max: 500, description: 'Who agreed and why.' })
  readonly reason: string;
}
