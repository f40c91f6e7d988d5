import { type FoundKind, foundKinds } from '../platform/finding';
import { OneOf, Text } from '../platform/request-fields';

const longest = 100;

export class SearchRequest {
  @Text({
    max: longest,
    description:
      'Two letters or more, with or without marks: words of a name, a code, a telephone number, an e-mail address, or the number of a letter or a certificate.',
  })
  readonly q: string;

  @OneOf(foundKinds, { optional: true, description: 'Only what is of this kind, and up to fifty of it.' })
  readonly kind?: FoundKind;
}

/** A page is opened before anything is typed. */
export class SearchPageQuery {
  @Text({ max: longest, optional: true })
  readonly q?: string;

  @OneOf(foundKinds, { optional: true })
  readonly kind?: FoundKind;
}
