import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/access/actor';
import { Clock, dayOf } from '../platform/clock';
import { Database } from '../platform/database/database';
import type { Place } from '../platform/finding';

/** For the office, because nobody else may settle it, or for who runs the class. */
export const waitingFor = ['office', 'classes'] as const;
export type WaitsFor = (typeof waitingFor)[number];

/** Who is told what waits for them, and when. */
export interface Settling {
  readonly as: WaitsFor;
  readonly actor: Pick<Actor, 'personId' | 'managedClasses'>;
  readonly now: Date;
}

/** Whether what is of a person in a class waits for somebody; one's own is for others to settle. */
export function waitsFor(
  { as, actor, now }: Settling,
  of: { readonly classId: string; readonly personId: string },
  place: Place,
): string {
  const isTheirs =
    as === 'office'
      ? `only_office_decides(${of.classId}, ${of.personId}, ${place(dayOf(now))}::date)`
      : `${of.classId} = ANY (${place(actor.managedClasses)}::uuid[])`;
  return `${isTheirs} AND ${of.personId} IS DISTINCT FROM ${place(actor.personId)}::uuid`;
}

/** How many scans wait to be settled. */
export interface ScansWaiting {
  readonly refusedScans: number;
  readonly otherDevices: number;
}

/** Whose a scan or a device `x` is: the half-day, the class, the person, and their line there if they have one. */
export const ofScan = `JOIN half_days h ON h.id = x.half_day_id JOIN classes c ON c.id = h.class_id JOIN persons p ON p.id = x.person_id
  LEFT JOIN attendance_lines l ON l.half_day_id = x.half_day_id AND l.person_id = x.person_id AND l.live`;
/** Nobody settled it, and the person still stands as they did when it was refused. */
export const scanWaits = `(x.state = 'open' AND NOT class_has_ended(c.state) AND h.cancelled_at IS NULL
  AND NOT coalesce(l.mark = 'present' AND (x.direction = 'in' OR l.out_at IS NOT NULL), false))`;
/** Whether such a one is for somebody to settle. */
export const scanWaitsFor = (settling: Settling, place: Place): string =>
  waitsFor(settling, { classId: 'h.class_id', personId: 'x.person_id' }, place);
/** Nobody settled it, and the person is still on the sheet. */
export const deviceWaits = `(x.standing = 'provisional' AND NOT class_has_ended(c.state) AND l.id IS NOT NULL)`;

@Injectable()
export class ScansWaitingQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async for(actor: Actor, as: WaitsFor): Promise<ScansWaiting> {
    const values: unknown[] = [];
    const isTheirs = scanWaitsFor({ as, actor, now: this.clock.now() }, (value) => `$${values.push(value)}`);
    return this.count(isTheirs, values);
  }

  async ofHalfDay(halfDayId: string): Promise<ScansWaiting> {
    return this.count('h.id = $1', [halfDayId]);
  }

  private async count(place: string, values: readonly unknown[]): Promise<ScansWaiting> {
    const [row] = await this.database.read<ScansWaiting>(
      `SELECT (SELECT count(*) FROM refused_scans x ${ofScan} WHERE ${place} AND ${scanWaits}) AS refused_scans,
              (SELECT count(*) FROM check_in_devices x ${ofScan} WHERE ${place} AND ${deviceWaits}) AS other_devices`,
      values,
    );
    return row!;
  }
}
