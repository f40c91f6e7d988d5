import type { Tx } from '../../platform/database/database';
import { DeviceOfAnother, SecondDevice } from './check-ins.refusals';

/**
 * How a device stands with a person at a half-day: their first in the class, one that is theirs already, or another one, somebody
 * else's too, which is taken until the class manager has said what it is.
 */
export type Standing = 'first' | 'known' | 'provisional' | 'accepted' | 'refused';

interface Use {
  readonly personId: string;
  /** The random name it keeps. */
  readonly device: string;
}

export interface BoundDevice {
  readonly id: string;
  readonly isProvisional: boolean;
}

/** How each device stands, or why it is not taken: it is another's, or was refused at this half-day. In the order given. */
export async function standingsOf(
  tx: Tx,
  { halfDayId, classId }: { readonly halfDayId: string; readonly classId: string },
  uses: readonly Use[],
): Promise<(Standing | DeviceOfAnother | SecondDevice)[]> {
  const [people, devices] = [uses.map(({ personId }) => personId), uses.map(({ device }) => device)];
  const here = await tx.rows<Use & { standing: Standing }>(
    `SELECT person_id, device, standing FROM check_in_devices WHERE half_day_id = $1 AND device = ANY ($2::text[])`,
    [halfDayId, devices],
  );
  const known = await tx.rows<Use>(
    `SELECT d.person_id, d.device FROM check_in_devices d JOIN half_days h ON h.id = d.half_day_id
     WHERE h.class_id = $1 AND (d.person_id = ANY ($2::uuid[]) OR d.device = ANY ($3::text[])) AND d.standing IN ('first', 'known', 'accepted')`,
    [classId, people, devices],
  );
  const knownHere = new Map(here.map((one) => [one.device, one]));
  return uses.map(({ personId, device }) => {
    const bound = knownHere.get(device);
    if (bound && bound.personId !== personId) return new DeviceOfAnother();
    if (bound) return bound.standing === 'refused' ? new SecondDevice() : bound.standing;
    const ofBoth = known.filter((one) => one.personId === personId || one.device === device);
    if (ofBoth.some((one) => one.personId === personId && one.device === device)) return 'known';
    return ofBoth.length === 0 ? 'first' : 'provisional';
  });
}

/**
 * From now on each is its person's at the half-day, and nobody else's; where another took it meanwhile, that is the answer.
 * @param uses nobody twice, and no device
 */
export async function bindDevices(
  tx: Tx,
  halfDayId: string,
  uses: readonly (Use & { readonly standing: Standing })[],
  at: Date,
): Promise<(BoundDevice | DeviceOfAnother)[]> {
  const added = await bind(tx, halfDayId, uses, at);
  // Where another became their first meanwhile, this one is another.
  const left = uses.filter(({ device, standing }) => !added.has(device) && standing !== 'provisional');
  const others = left.map((use) => ({ ...use, standing: 'provisional' as const }));
  if (others.length > 0) await bind(tx, halfDayId, others, at);
  const rows = await tx.rows<Use & { id: string; standing: Standing }>(
    `SELECT id, person_id, device, standing FROM check_in_devices WHERE half_day_id = $1 AND device = ANY ($2::text[])`,
    [halfDayId, uses.map(({ device }) => device)],
  );
  const bound = new Map(rows.map((row) => [row.device, row]));
  return uses.map(({ personId, device }) => {
    const one = bound.get(device)!;
    if (one.personId !== personId) return new DeviceOfAnother();
    return { id: one.id, isProvisional: one.standing === 'provisional' };
  });
}

/** @returns the devices that were not bound before */
async function bind(
  tx: Tx,
  halfDayId: string,
  uses: readonly (Use & { readonly standing: Standing })[],
  at: Date,
): Promise<ReadonlySet<string>> {
  const added = await tx.rows<{ device: string }>(
    `INSERT INTO check_in_devices (half_day_id, person_id, device, standing, bound_at)
     SELECT $1, person_id, device, standing, $5 FROM unnest($2::uuid[], $3::text[], $4::text[]) u (person_id, device, standing) ORDER BY device
     ON CONFLICT DO NOTHING RETURNING device`,
    [
      halfDayId,
      uses.map(({ personId }) => personId),
      uses.map(({ device }) => device),
      uses.map(({ standing }) => standing),
      at,
    ],
  );
  return new Set(added.map(({ device }) => device));
}
