import { classPlanners, classRunners, mayManageClasses, mayRunClass } from '../../classes/classes.policy';
import type { Actor } from '../../platform/access/actor';

/** When and where an examination is, and who sits it: the office. */
export const examPlanners = classPlanners;
export const mayPlanExams = mayManageClasses;

/** Its minutes and marks: the office and the class's own manager. */
export const examRecorders = classRunners;
export const mayRecordExams = mayRunClass;

interface Seen {
  readonly classId: string;
  /** Who sits it or keeps watch. */
  readonly people: readonly string[];
}

/** Who sits it sees their own number and room; who keeps watch, where. */
export const maySeeExam = (actor: Actor, { classId, people }: Seen): boolean =>
  mayRecordExams(actor, classId) || (actor.personId !== null && people.includes(actor.personId));
