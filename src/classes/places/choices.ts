import type { Locale } from '../../platform/messages/words';
import type { Choice } from '../../platform/pages/choices';
import type { ClassesQueries } from '../classes.queries';
import { classWords } from '../classes.words';
import { groupNameWords } from '../groups/groups.words';
import type { LecturersQueries } from './lecturers.queries';
import type { RoomsQueries } from './rooms.queries';

/** More than an office has; beyond it a search would be needed instead of a list. */
const most = 500;

export async function roomChoices(rooms: RoomsQueries, locale: Locale): Promise<Choice[]> {
  const { items } = await rooms.list({ limit: most });
  return items.map(({ id, name, capacity }) => ({
    value: id,
    label: classWords[locale].roomWithSeats(name, capacity),
  }));
}

export async function lecturerChoices(lecturers: LecturersQueries): Promise<Choice[]> {
  const { items } = await lecturers.list({ limit: most });
  return items.map(({ id, fullName, workplace }) => ({ value: id, label: `${fullName} (${workplace})` }));
}

export async function groupChoices(classes: ClassesQueries, classId: string, locale: Locale): Promise<Choice[]> {
  return (await classes.groups(classId)).map(({ number, name }) => ({
    value: String(number),
    label: groupNameWords[locale].group(number, name),
  }));
}
