import { classPlanners, mayManageClasses } from '../../classes/classes.policy';
import type { Actor } from '../../platform/access/actor';
import { assertNotAboutOneself } from '../../platform/access/oneself';
import { NotAllowed } from '../../platform/problems/refusals';

/** Correcting, replacing and revoking is the issuer's: the office of the Bloc. */
export const certificateIssuers = classPlanners;
export const mayAmendCertificate = (actor: Actor, { personId }: { readonly personId: string }): boolean =>
  mayManageClasses(actor) && !actor.is(personId);

/** @throws NotAllowed | AboutOneself */
export function assertMayAmend(actor: Actor, certificate: { readonly personId: string }): void {
  if (!mayManageClasses(actor)) throw new NotAllowed();
  assertNotAboutOneself(actor, certificate);
}

/** Every replaced, revoked and expired one beside those in force; a list to take away. */
export const mayExportRegister = mayManageClasses;
