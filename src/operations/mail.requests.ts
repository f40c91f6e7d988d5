import { Text } from '../platform/requests';

export class NoteReturnRequest {
  @Text({ max: 500, description: 'What the returned message says.' })
  readonly reason: string;
}
