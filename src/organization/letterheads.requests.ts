import { OneOf, Text } from '../platform/requests';
import { type FormForNonMembers, formsForNonMembers, type SignatureBlock } from './signatures';

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

  @OneOf(formsForNonMembers, {
    optional: true,
    description: 'How people are called who are not in the Party; left out, it stays.',
  })
  readonly nonMembers?: FormForNonMembers;
}

/** Line by line as on paper; without the first, papers of the kind are signed as the letterhead says. */
export class SignatureRequest {
  @Text({ optional: true, max: 80, description: '"T/M BAN THƯỜNG VỤ".' })
  readonly onBehalf?: string;

  @Text({ optional: true, max: 80, description: '"K/T BÍ THƯ".' })
  readonly inPlaceOf?: string;

  @Text({ optional: true, max: 80, description: '"PHÓ BÍ THƯ".' })
  readonly title?: string;

  @Text({ optional: true, max: 80 })
  readonly name?: string;
}

export const blockOf = ({ onBehalf, inPlaceOf, title, name }: SignatureRequest): SignatureBlock | null =>
  onBehalf === undefined ? null : { onBehalf, inPlaceOf: inPlaceOf ?? null, title: title ?? null, name: name ?? null };
