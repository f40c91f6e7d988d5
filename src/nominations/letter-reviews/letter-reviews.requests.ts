import { PageQuery } from '../../platform/paging';
import { DayField, Id, Text } from '../../platform/request-fields';
import { TextsByName } from '../../platform/request-parts';

/** What the queue is narrowed to. */
export class WaitingLettersQuery extends PageQuery {
  @Id({ optional: true })
  readonly classId?: string;

  @Id({ optional: true })
  readonly unitId?: string;
}

/** The same in addresses of pages, with the place in it: a letter's page keeps both, so that one comes back to where one was. */
export class WaitingLettersPageQuery {
  @Id({ optional: true })
  readonly classId?: string;

  @Id({ optional: true })
  readonly unitId?: string;

  @Text({ optional: true, max: 1_000 })
  readonly cursor?: string;
}

/** And what became of a letter that was decided on in part. */
export class LetterReviewPageQuery extends WaitingLettersPageQuery {
  @Id({ optional: true })
  readonly outcome?: string;
}

/** What is decided of each person of a letter, by the id of the nomination. */
export class LetterReviewRequest {
  @TextsByName()
  readonly decision: Readonly<Record<string, string>>;

  @TextsByName({ optional: true, max: 500 })
  readonly reason?: Readonly<Record<string, string>>;

  @DayField({ optional: true })
  readonly correctBy?: string;
}
