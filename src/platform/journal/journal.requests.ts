import { PageQuery } from '../paging';
import { Id, Text } from '../request-fields';

export class JournalRequest extends PageQuery {
  @Id({ optional: true })
  readonly classId?: string;

  @Id({ optional: true, description: 'What the lines are about: the id of a nomination, a person, an account …' })
  readonly subjectId?: string;

  @Text({ optional: true, max: 100, description: 'An action, or how its name begins: `nominations.`' })
  readonly action?: string;
}

/** The same on a page, whose address names the cursor so. */
export class JournalPageRequest extends JournalRequest {
  @Text({ optional: true, max: 1_000 })
  readonly cursor?: string;
}
