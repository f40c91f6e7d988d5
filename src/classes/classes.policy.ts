import type { Actor } from '../platform/access/actor';
import type { ClassState } from './training-class.states';

/** Plans, announces and confirms classes, their timetable, rooms and lecturers. */
export function mayManageClasses(actor: Actor): boolean {
  return actor.reachesBloc('training_officer');
}

/** Keeps the attendance, essays and marks of one class. */
export function mayRunClass(actor: Actor, classId: string): boolean {
  return mayManageClasses(actor) || actor.managesClass(classId);
}

/** The yearly plan is between the Bloc and the Group: units see it class by class, as calls. */
export function mayReadPlan(actor: Actor): boolean {
  return mayManageClasses(actor) || actor.unitsOf('group_officer').length > 0;
}

/** Whether the office's unfinished plans are shown too. */
export function maySeeDrafts(actor: Actor): boolean {
  return mayManageClasses(actor) || actor.reachesBloc('admin');
}

/** Once announced a class is everybody's to read: who teaches what, when and where is not about any person nominated. */
export function maySeeClass(actor: Actor, { state }: { readonly id: string; readonly state: ClassState }): boolean {
  return state !== 'draft' || maySeeDrafts(actor);
}
