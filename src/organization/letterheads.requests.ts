import { Text } from '../platform/requests';

export class LetterheadRequest {
  @Text({ max: 120, description: 'The committee above, in capitals.' })
  readonly superior: string;

  @Text({ max: 120, description: 'The committee itself, in capitals.' })
  readonly body: string;

  @Text({ max: 60, description: 'Where it sits; stands before the date.' })
  readonly place: string;

  @Text({ max: 120, description: 'In which capacity somebody signs.' })
  readonly signerCapacity: string;

  @Text({ optional: true, max: 80, description: 'Left out, the paper has room for the name.' })
  readonly signerName?: string;
}
