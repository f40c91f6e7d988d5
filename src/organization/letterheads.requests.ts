import { OneOf, Text } from '../platform/request-fields';
import { InvalidInput } from '../platform/problems/refusals';
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

/** @throws InvalidInput where further lines have no first to stand under: they would be lost */
export function blockOf({ onBehalf, inPlaceOf, title, name }: SignatureRequest): SignatureBlock | null {
  if (onBehalf !== undefined) {
    return { onBehalf, inPlaceOf: inPlaceOf ?? null, title: title ?? null, name: name ?? null };
  }
  if ([inPlaceOf, title, name].some((line) => line !== undefined)) throw withoutFirstLine();
  return null;
}

const withoutFirstLine = () =>
  InvalidInput.field('onBehalf', 'required', {
    vi: 'Ghi dòng đầu, ví dụ T/L BAN THƯỜNG VỤ, hoặc CHÁNH VĂN PHÒNG nếu ký với chức danh của mình. Muốn ký như phần đầu văn bản thì để trống cả bốn dòng.',
    en: 'Name the first line, for example T/L BAN THƯỜNG VỤ, or the signatory’s own title. Leave all four empty to have it signed as the letterhead says.',
  });
