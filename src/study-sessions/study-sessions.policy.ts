import { classPlanners, mayManageClasses } from '../classes/classes.policy';
import { rosterUnits } from '../enrollments/enrollments.policy';
import type { Actor, Role } from '../platform/access/actor';
import { assertNotAboutOneself } from '../platform/access/oneself';
import { NotAllowed } from '../platform/problems/refusals';

/** Who plans a study: its documents, sites and called units, and freezes the rolls. */
export const studyArrangers = classPlanners;
export const mayArrangeStudies = mayManageClasses;

/** The units whose participation the actor reads; null means every unit. A cadre reads none. */
export const participationShownTo = rosterUnits;

/** That somebody need not attend, or stands on the roll otherwise, is a decision about them. @throws NotAllowed | AboutOneself */
export function assertMayExempt(actor: Actor, member: { readonly unitId: string; readonly personId: string }): void {
  if (!mayRegister(actor, member.unitId)) throw new NotAllowed();
  assertNotAboutOneself(actor, member);
}

/** The secretary of the unit, and the office for any unit. */
export const registrars = ['training_officer', 'unit_secretary'] as const satisfies readonly Role[];

export const mayRegister = (actor: Actor, unitId: string): boolean => actor.reaches(registrars, unitId);
