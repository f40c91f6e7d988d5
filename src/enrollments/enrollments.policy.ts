import { classPlanners, classRunners, mayManageClasses, mayRunClass, maySeeClass } from '../classes/classes.policy';
import type { ClassState } from '../classes/training-class.states';
import type { Actor, Role } from '../platform/access/actor';
import { isNowhere, isWithin, type Reach } from '../platform/access/reach';
import { assertNotAboutOneself } from '../platform/access/oneself';
import { NotAllowed, NotFound } from '../platform/problems/refusals';

/** Whoever sees some roster: the office and the class manager all of it, units their own people. */
export const rosterReaders = [
  'training_officer',
  'class_manager',
  'group_officer',
  'unit_secretary',
] as const satisfies readonly Role[];

/** The units whose people the actor sees on the roster of a class, those they sent and those who are theirs now; null means every unit. */
export function rosterUnits(actor: Actor, classId: string): Reach {
  if (mayRunClass(actor, classId)) return null;
  return actor.unitsOf(['group_officer', 'unit_secretary']);
}

/** The groups of a class that are all the actor looks after there; none for whoever runs the class. */
export function groupsSeen(actor: Actor, classId: string): readonly number[] {
  if (mayRunClass(actor, classId)) return [];
  return actor.managedGroups.flatMap((group) => (group.classId === classId ? [group.groupNumber] : []));
}

/** Whose people somebody sees of a class: of these units (null: of all) and of these groups. */
export interface RosterScope {
  readonly unitIds: Reach;
  readonly groupNumbers: readonly number[];
}

export const rosterScope = (actor: Actor, classId: string): RosterScope => ({
  unitIds: rosterUnits(actor, classId),
  groupNumbers: groupsSeen(actor, classId),
});

export const isInScope = (
  { unitIds, groupNumbers }: RosterScope,
  { unitId, groupNumber }: { readonly unitId: string; readonly groupNumber: number | null },
): boolean => isWithin(unitIds, unitId) || (groupNumber !== null && groupNumbers.includes(groupNumber));

/** @throws NotFound for a half-day at which nobody is whom the actor sees: one of other groups */
export function assertSeesHalfDay(
  { unitIds, groupNumbers }: RosterScope,
  halfDay: { readonly groupNumbers: readonly number[] | null },
): void {
  const isOthers = halfDay.groupNumbers?.every((number) => !groupNumbers.includes(number)) === true;
  if (isNowhere(unitIds) && isOthers) throw new NotFound();
}

/** @throws NotFound when there is no such class, or nothing of its roster is the actor's to see */
export function assertSeesRoster<Class extends { readonly id: string; readonly state: ClassState }>(
  actor: Actor,
  item: Class | null,
): asserts item is Class {
  if (!item || !maySeeClass(actor, item)) throw new NotFound();
  if (isNowhere(rosterUnits(actor, item.id)) && groupsSeen(actor, item.id).length === 0) throw new NotFound();
}

/** Everybody of the class is before the eyes of whoever runs it. @throws NotFound | NotAllowed */
export function assertRunsClass<Class extends { readonly id: string; readonly state: ClassState }>(
  actor: Actor,
  item: Class | null,
): asserts item is Class {
  if (!item || !maySeeClass(actor, item)) throw new NotFound();
  if (!mayRunClass(actor, item.id)) throw new NotAllowed();
}

/** Of the whole class: on the sheet, by a code or from paper. What a group or a hosting unit takes is for `AttendanceKeepers` to say. */
export const mayTakeAttendance = mayRunClass;

/** Of the class or of a group of it, at every half-day. */
export const mayMarkSheet = (actor: Actor, classId: string): boolean =>
  mayTakeAttendance(actor, classId) || groupsSeen(actor, classId).length > 0;

/** Who takes attendance somewhere: those who run classes, and secretaries where their unit hosts a half-day. */
export const attendanceTakers = [...classRunners, 'unit_secretary'] as const satisfies readonly Role[];

/** The units for whose sites and rooms the actor speaks. */
export const hostUnits = (actor: Actor): readonly string[] => actor.unitsOf('unit_secretary');

/** Has somebody make up a half-day in another class: who runs theirs. */
export const mayArrangeGuests = mayRunClass;

/** Says that somebody learns on in another class, or later: the office. */
export const learnerMovers = classPlanners;

interface OwnedEnrollment {
  readonly classId: string;
  readonly personId: string;
  readonly unitId: string;
  /** The unit the person belongs to now, which reads along; left out where somebody acts, which is never that unit's. */
  readonly nowOfUnitId?: string;
  /** Their group in the class, where it matters who looks after it. */
  readonly groupNumber?: number | null;
}

export function maySeeEnrollment(
  actor: Actor,
  { classId, personId, unitId, nowOfUnitId, groupNumber = null }: OwnedEnrollment,
): boolean {
  const units = rosterUnits(actor, classId);
  return (
    isWithin(units, unitId) ||
    (nowOfUnitId !== undefined && isWithin(units, nowOfUnitId)) ||
    (groupNumber !== null && groupsSeen(actor, classId).includes(groupNumber)) ||
    actor.personId === personId
  );
}

/** Why somebody is away is theirs to tell: beside those who run the class, only their own unit reads it. */
export function maySeeLeave(actor: Actor, { classId, personId, unitId }: OwnedEnrollment): boolean {
  return mayRunClass(actor, classId) || actor.personId === personId || actor.reaches('unit_secretary', unitId);
}

export const mayMoveLearner = (actor: Actor, { personId }: OwnedEnrollment): boolean =>
  mayManageClasses(actor) && !actor.is(personId);

/** @throws NotAllowed | AboutOneself */
export function assertMayMoveLearner(actor: Actor, enrollment: OwnedEnrollment): void {
  if (!mayManageClasses(actor)) throw new NotAllowed();
  assertNotAboutOneself(actor, enrollment);
}

/** An essay is its writer's, and open to those who run the class; not to the unit. */
export function mayReadEssay(actor: Actor, { classId, personId }: OwnedEnrollment): boolean {
  return actor.personId === personId || mayRunClass(actor, classId);
}

/** The writer; those who run the class only note that one came on paper, never over what the writer handed in. */
export function mayHandInEssay(actor: Actor, enrollment: OwnedEnrollment, isThereOne: boolean): boolean {
  return actor.personId === enrollment.personId || (mayRunClass(actor, enrollment.classId) && !isThereOne);
}

/** Says until when essays are due. */
export const maySetEssayTerm = mayRunClass;

/** Accepts, sends back and marks the essays of others. */
export const mayMarkEssay = (actor: Actor, { classId, personId }: OwnedEnrollment): boolean =>
  mayRunClass(actor, classId) && !actor.is(personId);

/** @throws NotAllowed | AboutOneself */
export function assertMayMarkEssay(actor: Actor, enrollment: OwnedEnrollment): void {
  if (!mayRunClass(actor, enrollment.classId)) throw new NotAllowed();
  assertNotAboutOneself(actor, enrollment);
}
