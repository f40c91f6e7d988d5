import type { Tx } from '../platform/database/database';
import { Unit } from './unit.entity';

/**
 * Of a unit that gets people, a role or a roster: whoever just lets it leave, or become part of another, is waited for.
 * @throws UnitHasLeft | UnitIsMerged
 */
export async function assertUnitLives(tx: Tx, id: string): Promise<void> {
  const unit = await tx.findOne(Unit, { where: { id }, lock: { mode: 'for_key_share' } });
  unit?.assertLives();
}
