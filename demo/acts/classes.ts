import { ClassesQueries } from '../../src/classes/classes.queries';
import { CoursesQueries } from '../../src/courses/courses.queries';
import { EnrollmentsQueries } from '../../src/enrollments/enrollments.queries';
import { RoomsQueries } from '../../src/classes/places/rooms.queries';
import type { NominationState } from '../../src/nominations/nomination.states';
import { NominationsQueries } from '../../src/nominations/nominations.queries';
import { OrganizationQueries } from '../../src/organization/organization.queries';
import { PeopleQueries, type PersonItem } from '../../src/people/people.queries';
import { CandidatesQueries } from '../../src/nominations/candidates.queries';
import type { Letter } from '../../src/nominations/nomination.entity';
import { NominationsService } from '../../src/nominations/nominations.service';
import type { Decision } from '../../src/nominations/decisions';
import { ReviewsService } from '../../src/nominations/reviews.service';
import type { AttendanceMark } from '../../src/enrollments/attendance-line.entity';
import { AttendanceService } from '../../src/enrollments/attendance.service';
import type { Day } from '../../src/platform/clock';
import { office, secretaryOf } from '../cast';
import type { Stage } from '../stage';

/** What several classes of the story do in the same way. */

export async function unitId(stage: Stage, code: string): Promise<string> {
  return one(await stage.get(OrganizationQueries).units(), ({ code: its }) => its === code).id;
}

export async function courseId(stage: Stage, code: string): Promise<string> {
  return one(await stage.get(CoursesQueries).list(), ({ code: its }) => its === code).id;
}

export async function roomId(stage: Stage, name: string): Promise<string> {
  return one((await stage.get(RoomsQueries).list({ limit: 100 })).items, (room) => room.name === name).id;
}

export async function personByCode(stage: Stage, code: string): Promise<PersonItem> {
  const unitIds = (await stage.get(OrganizationQueries).units()).map(({ id }) => id);
  return one((await stage.get(PeopleQueries).list({ unitIds, search: code })).items, (person) => person.code === code);
}

/** Nominations of a class in a state, by unit and given name, with the reserves. */
export async function nominationsIn(stage: Stage, classId: string, state: NominationState) {
  const units = await stage.get(OrganizationQueries).units();
  const wanted = { visibleUnits: units.map(({ id }) => id), visiblePerson: null, classId, state, limit: 500 };
  return (await stage.get(NominationsQueries).list(wanted)).items;
}

/** Who learns in a class, by given name. */
export async function learnersOf(stage: Stage, classId: string) {
  return (await stage.get(EnrollmentsQueries).roster({ classId, unitIds: null, limit: 500 })).items;
}

/** @throws Error when there is none */
function one<Item>(items: readonly Item[], is: (item: Item) => boolean): Item {
  const found = items.find(is);
  if (!found) throw new Error('What the story needs is not there.');
  return found;
}

/** A unit nominates its most needful eligible cadres. Returns how many were taken in. */
export async function nominateCandidates(
  stage: Stage,
  classId: string,
  unitCode: string,
  count: number,
  letter: Letter,
): Promise<number> {
  const secretary = await stage.actor(secretaryOf(unitCode));
  const unit = await unitId(stage, unitCode);
  const eligible = (await stage.get(CandidatesQueries).of(classId, unit))
    .filter(({ isEligible }) => isEligible)
    .slice(0, count);
  const results = await stage.get(NominationsService).nominateEach(
    secretary,
    classId,
    eligible.map(({ personId }) => ({ personId, unitId: unit, letter })),
  );
  return results.filter(({ refusal }) => refusal === null).length;
}

/** The same decision on every nomination in a state; reserves are left to wait. @throws Error when one is refused */
export async function decideAll(
  stage: Stage,
  email: string,
  classId: string,
  state: NominationState,
  decision: Decision,
): Promise<number> {
  const waiting = (await nominationsIn(stage, classId, state)).filter(
    ({ rank }) => rank === null || decision === 'endorse',
  );
  const results = await stage.get(ReviewsService).decideEach(
    await stage.actor(email),
    waiting.map(({ id }) => ({ nominationId: id, decision })),
  );
  const refused = results.find(({ refusal }) => refusal !== null);
  if (refused) throw new Error(`A nomination was refused on ${decision}: ${refused.refusal?.message}`);
  return results.length;
}

/**
 * The class manager takes attendance on every half-day held until `until`, each on its own day. One person in forty stays
 * away too often; the others miss a half-day now and then.
 */
export async function attend(stage: Stage, manager: string, classId: string, until: Day): Promise<number> {
  const halfDays = (await stage.get(ClassesQueries).halfDays(classId)).filter(
    ({ day, cancelledAt }) => day <= until && cancelledAt === null,
  );
  const enrolled = await learnersOf(stage, classId);
  const actor = await stage.actor(manager);
  for (const [index, { id, day, part }] of halfDays.entries()) {
    stage.at(day, part === 'morning' ? '11:35' : '17:05');
    const entries = enrolled.map((enrollment, seat) => ({ enrollmentId: enrollment.id, mark: markOf(index, seat) }));
    await stage.get(AttendanceService).mark(actor, id, entries, index % 4 === 3 ? 'paper' : 'phone');
  }
  return halfDays.length;
}

function markOf(halfDay: number, seat: number): AttendanceMark {
  if (seat === 7) return halfDay % 3 === 0 ? 'unexcused' : 'present';
  const turn = (halfDay * 31 + seat * 17) % 97;
  if (turn < 3) return 'excused';
  return turn === 3 ? 'unexcused' : 'present';
}

export async function officer(stage: Stage) {
  return stage.actor(office);
}
