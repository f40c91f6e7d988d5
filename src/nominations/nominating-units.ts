import type { OrganizationQueries } from '../organization/organization.queries';
import type { Actor } from '../platform/access/actor';
import type { Locale } from '../platform/messages/words';
import { assertMayNominateFor, mayNominateFor } from './nominations.policy';
import { type NamedUnit, unitsNamed, unitsToChoose } from '../organization/unit-choices.queries';
import type { Choices } from '../platform/pages/searched/searched-field';

export async function baseUnits(organization: OrganizationQueries, locale: Locale): Promise<NamedUnit[]> {
  return unitsNamed(await organization.baseUnits(), locale);
}

export const choicesOfUnits = (units: readonly NamedUnit[]): Choices => unitsToChoose(units, 'base');

/** The base units the reader may put people forward for. */
export async function unitsToNominateFor(
  organization: OrganizationQueries,
  actor: Actor,
  locale: Locale,
): Promise<NamedUnit[]> {
  const units = await baseUnits(organization, locale);
  return units.filter(({ id }) => mayNominateFor(actor, id));
}

/**
 * The unit a page is about: the one asked for, or the only one there is; null when it must be chosen first.
 * @throws NotFound | NotAllowed for a unit that is not the reader's
 */
export function unitMeant(actor: Actor, units: readonly NamedUnit[], unitId: string | undefined): NamedUnit | null {
  if (unitId !== undefined) assertMayNominateFor(actor, unitId);
  const [only, ...others] = units;
  return units.find(({ id }) => id === unitId) ?? (only && others.length === 0 ? only : null);
}
