import { Text } from '../../platform/request-fields';

export class CodeRequest {
  @Text({ max: 30, description: 'The six digits the authenticator shows now.' })
  readonly code: string;
}

export class AnyCodeRequest {
  @Text({ max: 30, description: 'The six digits the authenticator shows now, or a recovery code.' })
  readonly code: string;
}
