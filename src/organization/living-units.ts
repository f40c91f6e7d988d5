import { In } from 'typeorm';
import type { Tx } from '../platform/database/database';
import { Unit } from './unit.entity';

/**
 * Of units that get people, a role, a roster or seats: whoever just lets one leave, or become part of another, is waited for.
 * @throws UnitHasLeft | UnitIsMerged
 */
export async function assertUnitLives(tx: Tx, ...ids: readonly string[]): Promise<void> {
  const units = await tx.find(Unit, { where: { id: In(ids) }, order: { id: 'ASC' }, lock: { mode: 'for_key_share' } });
  for (const unit of units) unit.assertLives();
}
