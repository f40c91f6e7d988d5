import { Text, WholeNumber } from '../platform/requests';

export class NewRoomRequest {
  @Text()
  readonly name: string;

  @Text()
  readonly address: string;

  @WholeNumber({ min: 1, max: 5000, description: 'How many people it seats.' })
  readonly capacity: number;
}

export class NewLecturerRequest {
  @Text({ max: 100 })
  readonly fullName: string;

  @Text({ description: 'Where the lecturer works.' })
  readonly workplace: string;
}

/** Where a list goes on, as the address of its page names it. */
export class ListPageQuery {
  @Text({ optional: true, max: 500 })
  readonly cursor?: string;
}
