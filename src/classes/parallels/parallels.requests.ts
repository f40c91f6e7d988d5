import { Ids } from '../../platform/request-parts';

export class ParallelsRequest {
  @Ids({ max: 20, description: 'Other classes of the course, which follow the timetable of this one from now on.' })
  readonly classIds: string[];
}
