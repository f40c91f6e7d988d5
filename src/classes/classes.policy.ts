import type { Actor, Role } from '../platform/access/actor';
import { NotAllowed } from '../platform/problems/refusals';
import type { ClassState } from './training-class.states';

/** The office: plans, announces and confirms classes, their timetable, rooms and lecturers. */
export const classPlanners = ['training_officer'] as const satisfies readonly Role[];

export const mayManageClasses = (actor: Actor): boolean => actor.reachesBloc(classPlanners);

/** @throws NotAllowed */
export function assertMayManageClasses(actor: Actor): void {
  if (!mayManageClasses(actor)) throw new NotAllowed();
}

/** Keep the attendance, essays and marks of one class: the office, and the class's own manager. */
export const classRunners = [...classPlanners, 'class_manager'] as const satisfies readonly Role[];

export function mayRunClass(actor: Actor, classId: string): boolean {
  return mayManageClasses(actor) || actor.managesClass(classId);
}

/** The yearly plan is exchanged: office and Group read it whole, a unit what is for all or for it. */
export const planReaders = [...classPlanners, 'group_officer', 'unit_secretary'] as const satisfies readonly Role[];

export const mayReadPlan = (actor: Actor): boolean =>
  mayManageClasses(actor) || actor.unitsOf(['group_officer', 'unit_secretary']).length > 0;

/** Puts people of a unit forward, so that open calls and papers of the unit are for them. */
export const isSecretary = (actor: Actor): boolean => actor.unitsOf('unit_secretary').length > 0;

/** Rooms, lecturers and holidays, and the office's unfinished plans. */
export const placeReaders = [...classPlanners, 'admin'] as const satisfies readonly Role[];

export const maySeeDrafts = (actor: Actor): boolean => actor.reachesBloc(placeReaders);

/** Who manages a class is told to those who have to do with classes, not to units. */
export const managerReaders = [...placeReaders, 'group_officer', 'class_manager'] as const satisfies readonly Role[];

/** Once announced a class is everybody's to read: who teaches what, when and where is not about any person nominated. */
export function maySeeClass(actor: Actor, { state }: { readonly id: string; readonly state: ClassState }): boolean {
  return state !== 'draft' || maySeeDrafts(actor);
}
