import { classPlanners, mayManageClasses } from '../classes/classes.policy';
import { rosterUnits } from '../enrollments/enrollments.policy';
import { unitsVisibleTo } from '../people/people.policy';
import type { Actor } from '../platform/access/actor';
import { assertNotAboutOneself } from '../platform/access/oneself';
import type { LongJob } from '../platform/jobs/long-jobs';

export const classClosers = classPlanners;
export const mayCloseClasses = mayManageClasses;

/** Deciding that somebody completes although the rules say no. */
export const overriders = classPlanners;
export const mayOverrideCompletions = mayManageClasses;

/** Of the class this is asked before, as of all that is done with it. @throws AboutOneself */
export const assertMayOverride = assertNotAboutOneself;

/** Amending what a closed class recorded. */
export const mayAmendResult = (actor: Actor, { personId }: { readonly personId: string }): boolean =>
  mayOverrideCompletions(actor) && !actor.is(personId);

/** Whose rows a list shows: people of these units (null: of all), and always the actor's own. */
export interface Scope {
  readonly unitIds: readonly string[] | null;
  readonly personId: string | null;
}

/** What the service itself reads. */
export const everybody: Scope = { unitIds: null, personId: null };

/** Results of a class: whoever runs it sees all, a unit and the Group those it sent, a cadre the own. */
export function completionsVisibleTo(actor: Actor, classId: string): Scope {
  return { unitIds: rosterUnits(actor, classId), personId: actor.personId };
}

/** Certificates: of the people a unit has today, and the own. */
export function certificatesVisibleTo(actor: Actor): Scope {
  return { unitIds: unitsVisibleTo(actor), personId: actor.personId };
}

/** Progress of long work: whoever asked for it, and the office. */
export function maySeeJob(actor: Actor, job: Pick<LongJob, 'requestedBy'>): boolean {
  return mayManageClasses(actor) || (job.requestedBy !== null && job.requestedBy === actor.accountId);
}
