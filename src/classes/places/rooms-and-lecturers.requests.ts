import { Mailbox, Phone } from '../../people/people.request-parts';
import { Id, Text, TimeField, WholeNumber } from '../../platform/request-fields';
import { Part } from '../../platform/request-parts';
import { listQuery, nameOrders } from '../../platform/paging';

export class NewRoomRequest {
  @Text()
  readonly name: string;

  @Text()
  readonly address: string;

  @WholeNumber({ min: 1, max: 5000, description: 'How many people it seats.' })
  readonly capacity: number;

  @Id({ optional: true, description: 'The unit whose room it is: its secretary takes attendance there.' })
  readonly hostUnitId?: string;
}

export class RoomHostRequest {
  @Id({ optional: true, description: 'The unit whose room it is; left out for nobody’s.' })
  readonly hostUnitId?: string;
}

export class RoomHostFormRequest extends RoomHostRequest {
  @Id()
  readonly roomId: string;
}

export class NewLecturerRequest {
  @Text({ max: 100 })
  readonly fullName: string;

  @Text({ description: 'Where the lecturer works.' })
  readonly workplace: string;

  /** Where half-days and their changes are told; without it the office calls. */
  @Mailbox()
  readonly email?: string;

  @Phone()
  readonly phone?: string;
}

export class TimesOfPartRequest {
  @TimeField()
  readonly from: string;

  @TimeField()
  readonly to: string;
}

export class HalfDayTimesRequest {
  @Id({ optional: true, description: 'The room these are the times of; everywhere else unless told.' })
  readonly roomId?: string;

  @Part(() => TimesOfPartRequest)
  readonly morning: TimesOfPartRequest;

  @Part(() => TimesOfPartRequest)
  readonly afternoon: TimesOfPartRequest;

  @Part(() => TimesOfPartRequest)
  readonly evening: TimesOfPartRequest;

  @WholeNumber({ min: 30, max: 60, optional: true, description: 'Minutes of one period; a half-day has five.' })
  readonly periodMinutes?: number;

  @WholeNumber({ min: 0, max: 60, optional: true, description: 'Minutes of all breaks of a half-day together.' })
  readonly breakMinutes?: number;
}

export class HalfDayTimesQuery {
  @Id({ optional: true })
  readonly roomId?: string;
}

export class ListPageQuery extends listQuery(nameOrders) {}

export class RoomsPageQuery extends ListPageQuery {
  @Id({ optional: true, description: 'The room whose times stand in the form.' })
  readonly times?: string;
}
