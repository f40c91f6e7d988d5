import { PageQuery } from '../../platform/paging';
import { Flag, Id, OneOf, Text } from '../../platform/request-fields';
import { type LetterSort, letterSorts } from './letters.queries';

export class LettersQuery extends PageQuery {
  @Id({ optional: true })
  readonly unitId?: string;

  @Flag({ description: 'Only letters without a scan.' })
  readonly isMissingScan?: boolean;

  @OneOf(letterSorts, { optional: true, description: '`-date` unless told.' })
  readonly sort?: LetterSort;
}

/** What the address of the page narrows the list to. */
export class LettersPageQuery {
  @Id({ optional: true })
  readonly unitId?: string;

  @Flag()
  readonly isMissingScan?: boolean;

  @OneOf(letterSorts, { optional: true })
  readonly sort?: LetterSort;

  @Text({ optional: true, max: 1_000 })
  readonly cursor?: string;
}
