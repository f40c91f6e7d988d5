import { classPlanners, classRunners, mayManageClasses, mayRunClass } from '../classes/classes.policy';
import type { ClassItem } from '../classes/classes.queries';
import type { Actor } from '../platform/access/actor';

/** What is taught and examined, and how much each counts: the office. */
export const moduleKeepers = classPlanners;
export const maySetUpModules = mayManageClasses;

/** Marks: the office and the class's own manager. */
export const markers = classRunners;
export const mayEnterMarks = mayRunClass;

/** Whether a class has marks that this actor keeps. */
export const hasMarksFor = (actor: Actor, { id, hasMarks }: Pick<ClassItem, 'id' | 'hasMarks'>): boolean =>
  hasMarks && mayEnterMarks(actor, id);

/** Diplomas come from the school to the office. */
export const diplomaKeepers = classPlanners;
export const mayRecordDiplomas = mayManageClasses;

/** A decision of the authority about an examination is recorded by the office. */
export const barLifters = classPlanners;
export const mayLiftBars = mayManageClasses;
