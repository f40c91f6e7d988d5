import { In } from 'typeorm';
import type { Tx } from '../platform/database/database';
import { NotFound } from '../platform/problems/refusals';
import { Unit } from './unit.entity';

/** Units held so that whoever just lets one leave, or become part of another, is waited for. */
export async function heldUnits(tx: Tx, ...ids: readonly string[]): Promise<Unit[]> {
  return tx.find(Unit, { where: { id: In(ids) }, order: { id: 'ASC' }, lock: { mode: 'for_key_share' } });
}

/**
 * Of units that get people, a role, a roster or seats.
 * @throws NotFound | UnitHasLeft | UnitIsMerged
 */
export async function assertUnitLives(tx: Tx, ...ids: readonly string[]): Promise<void> {
  const units = await heldUnits(tx, ...ids);
  if (units.length < new Set(ids).size) throw new NotFound();
  for (const unit of units) unit.assertLives();
}
