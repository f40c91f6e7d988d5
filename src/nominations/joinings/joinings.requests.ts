import { Id, WholeNumber } from '../../platform/request-fields';
import { Ids, PartList } from '../../platform/request-parts';
import { readRequest } from '../../platform/requests';

/** More classes than are ever open at once. */
const most = 200;

class SeatsInClassPart {
  @Id()
  readonly classId: string;

  @WholeNumber({ min: 0, max: 1_000, description: 'Seats of the pool that become the unit’s.' })
  readonly seats: number;
}

export class JoiningRequest {
  @PartList(() => SeatsInClassPart, { max: most, optional: true })
  readonly seats?: SeatsInClassPart[];

  @Ids({ max: most, optional: true, description: 'The studies the unit is called to.' })
  readonly studyIds?: string[];
}

/** In the form each class has a field of its own. */
export const seatsInClass = (classId: string) => `seats.${classId}`;

/** @throws InvalidInput */
export function readJoining(body: unknown): JoiningRequest {
  const { studyIds, ...form } = (body ?? {}) as Record<string, unknown>;
  const seats = Object.entries(form)
    .filter(([name, value]) => name.startsWith(seatsInClass('')) && value !== '')
    .map(([name, value]) => ({ classId: name.slice(seatsInClass('').length), seats: value }));
  return readRequest(JoiningRequest, { seats, studyIds });
}
