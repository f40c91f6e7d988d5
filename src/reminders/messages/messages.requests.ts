import { Id, OneOf, Text, WholeNumber } from '../../platform/request-fields';
import { type Audience, audiences } from './audience';
import { listQuery } from '../../platform/paging';
import { messageOrders } from './messages.queries';

export class ClassMessageRequest {
  @OneOf(audiences, {
    description:
      'Everybody on the roster; nominees not accepted yet; both; the lecturers of its half-days; or its managers.',
  })
  readonly audience: Audience;

  @Id({ optional: true, description: 'Only people this unit sends.' })
  readonly unitId?: string;

  @WholeNumber({ min: 1, max: 1000, optional: true, description: 'Only participants of this group of the class.' })
  readonly group?: number;

  @Text({ max: 150, description: 'Stands in notices and in the subject of the mail, so without names of people.' })
  readonly subject: string;

  @Text({ max: 5000, description: 'Plain text.' })
  readonly body: string;

  @Id({ optional: true, description: 'Of the sender’s choice: the same message sent again with it is not another.' })
  readonly key?: string;
}

/** Where the list goes on, as the address of its page names it. */
export class ClassMessagesPageQuery extends listQuery(messageOrders) {}

/** The same, for writing one: an audience chosen elsewhere. */
export class NewClassMessageQuery {
  @OneOf(audiences, { optional: true })
  readonly audience?: Audience;

  @Id({ optional: true })
  readonly unitId?: string;
}
