import type { Tx } from '../../platform/database/database';
import { DeviceOfAnother, SecondDevice } from './check-ins.refusals';

/**
 * How a device stands with a person at a half-day: their first in the class, one that is theirs already, or another one, somebody
 * else's too, which is taken until the class manager has said what it is.
 */
type Standing = 'first' | 'known' | 'provisional' | 'accepted' | 'refused';

interface Use {
  readonly halfDayId: string;
  readonly classId: string;
  readonly personId: string;
  /** The random name it keeps. */
  readonly device: string;
}

interface BoundDevice {
  readonly id: string;
  readonly isProvisional: boolean;
}

/** @throws DeviceOfAnother | SecondDevice when it was refused at this half-day */
export async function standingOf(tx: Tx, { halfDayId, classId, personId, device }: Use): Promise<Standing> {
  const [here] = await tx.rows<{ personId: string; standing: Standing }>(
    `SELECT person_id, standing FROM check_in_devices WHERE half_day_id = $1 AND device = $2`,
    [halfDayId, device],
  );
  if (here && here.personId !== personId) throw new DeviceOfAnother();
  if (here?.standing === 'refused') throw new SecondDevice();
  if (here) return here.standing;
  const known = await tx.rows<{ personId: string; device: string }>(
    `SELECT d.person_id, d.device FROM check_in_devices d JOIN half_days h ON h.id = d.half_day_id
     WHERE h.class_id = $1 AND (d.person_id = $2 OR d.device = $3) AND d.standing IN ('first', 'known', 'accepted')`,
    [classId, personId, device],
  );
  const theirs = known.filter((one) => one.personId === personId);
  if (theirs.some((one) => one.device === device)) return 'known';
  return known.length === 0 ? 'first' : 'provisional';
}

/** From now on it is this person's at the half-day, and nobody else's. @throws DeviceOfAnother */
export async function bindDevice(tx: Tx, use: Use, standing: Standing, at: Date): Promise<BoundDevice> {
  const { halfDayId, personId, device } = use;
  // Where another became their first meanwhile, this one is another.
  for (const one of new Set([standing, 'provisional'] as const)) {
    const added = await tx.execute(
      `INSERT INTO check_in_devices (half_day_id, person_id, device, standing, bound_at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT DO NOTHING`,
      [halfDayId, personId, device, one, at],
    );
    if (added > 0) break;
  }
  const bound = await tx.row<{ id: string; personId: string; standing: Standing }>(
    `SELECT id, person_id, standing FROM check_in_devices WHERE half_day_id = $1 AND device = $2`,
    [halfDayId, device],
  );
  if (bound.personId !== personId) throw new DeviceOfAnother();
  return { id: bound.id, isProvisional: bound.standing === 'provisional' };
}
