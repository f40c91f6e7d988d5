import { Injectable } from '@nestjs/common';
import type { ClassState } from '../classes/training-class.states';
import type { Actor } from '../platform/access/actor';
import { Database, type Tx } from '../platform/database/database';
import {
  assertSeesHalfDay,
  assertSeesRoster,
  groupsSeen,
  hostUnits,
  mayTakeAttendance,
  type RosterScope,
  rosterScope,
} from './enrollments.policy';

/** A hall of a class that is held in several at once. */
export interface SiteNamed {
  readonly id: string;
  readonly name: string;
}

/** Which class has several halls, and where each unit sits, is known above. */
export abstract class Sites {
  /** The central site first. */
  abstract ofClass(classId: string): Promise<SiteNamed[]>;

  /** Where people sent by the unit sit; null where the class has no site for it. */
  abstract ofUnit(tx: Tx, classId: string, unitId: string): Promise<SiteNamed | null>;

  /** The units whose people sit at sites of these hosts; null where the class has no sites. */
  abstract unitsHostedBy(classId: string, hostIds: readonly string[], tx?: Tx): Promise<readonly string[] | null>;

  abstract names(ids: readonly (string | null)[], tx?: Tx): Promise<ReadonlyMap<string | null, string>>;
}

/** The name of a site in the place of its id; null where there is none. */
export async function withSiteNames<Row extends { readonly siteId: string | null }>(
  sites: Sites,
  rows: readonly Row[],
): Promise<(Omit<Row, 'siteId'> & { readonly siteName: string | null })[]> {
  const names = await sites.names(rows.map(({ siteId }) => siteId));
  return rows.map(({ siteId, ...row }) => ({ ...row, siteName: names.get(siteId) ?? null }));
}

interface ClassOfHalfDay {
  readonly id: string;
  readonly state: ClassState;
  readonly groupNumbers: readonly number[] | null;
}

/** Whose attendance somebody takes at a half-day. */
export interface Kept {
  /** People sent by these units; null is everybody. */
  readonly unitIds: readonly string[] | null;
  /** Of those only people of these groups; none is everybody. */
  readonly groupNumbers: readonly number[];
  /** Whether it is theirs only because their unit hosts the half-day. */
  readonly byHost: boolean;
}

/**
 * Who takes attendance: whoever runs the class, of everybody; whoever looks after a group, of it; and the secretary of the unit that hosts a half-day, of those
 * who sit there: at its site of a study, or in its room where the class has no sites.
 */
@Injectable()
export class AttendanceKeepers {
  constructor(
    private readonly database: Database,
    private readonly sites: Sites,
  ) {}

  /** What somebody sees of the sheet of a half-day, and whom of it they mark. @throws NotFound */
  async sheet(
    actor: Actor,
    halfDayId: string,
  ): Promise<{ readonly classId: string; readonly scope: RosterScope; readonly kept: Kept | null }> {
    const trainingClass = await this.classOf(halfDayId);
    assertSeesRoster(actor, trainingClass);
    const { id: classId } = trainingClass;
    const kept = await this.kept(actor, halfDayId, classId);
    const scope = seenOnSheet(rosterScope(actor, classId), kept);
    assertSeesHalfDay(scope, trainingClass);
    return { classId, scope, kept };
  }

  /** The class a half-day belongs to; null when there is no such half-day. */
  async classOf(halfDayId: string): Promise<ClassOfHalfDay | null> {
    const [trainingClass] = await this.database.read<ClassOfHalfDay>(
      `SELECT c.id, c.state, h.group_numbers FROM half_days h JOIN classes c ON c.id = h.class_id WHERE h.id = $1`,
      [halfDayId],
    );
    return trainingClass ?? null;
  }

  /** Null for somebody who takes none. */
  async kept(actor: Actor, halfDayId: string, classId: string, tx?: Tx): Promise<Kept | null> {
    if (mayTakeAttendance(actor, classId)) return { unitIds: null, groupNumbers: [], byHost: false };
    const groupNumbers = groupsSeen(actor, classId);
    if (groupNumbers.length > 0) return { unitIds: null, groupNumbers, byHost: false };
    const hosts = hostUnits(actor);
    if (hosts.length === 0) return null;
    const seated = await this.sites.unitsHostedBy(classId, hosts, tx);
    if (seated) return seated.length > 0 ? { unitIds: seated, groupNumbers: [], byHost: true } : null;
    const rooms = await this.database.read<unknown>(
      `SELECT FROM half_days h JOIN rooms r ON r.id = h.held_room_id WHERE h.id = $1 AND r.host_unit_id = ANY ($2::uuid[])`,
      [halfDayId, hosts],
      tx,
    );
    return rooms.length > 0 ? { unitIds: null, groupNumbers: [], byHost: true } : null;
  }
}

/** What somebody sees of a sheet: what they see of the roster, and whom they keep as a host. */
function seenOnSheet({ unitIds, groupNumbers }: RosterScope, kept: Kept | null): RosterScope {
  if (!kept?.byHost || unitIds === null) return { unitIds, groupNumbers };
  return { unitIds: kept.unitIds && [...unitIds, ...kept.unitIds], groupNumbers };
}

/** Of a sheet the rows of whom somebody marks. */
export const rowsKept = ({ unitIds, groupNumbers }: Kept): RosterScope =>
  groupNumbers.length > 0 ? { unitIds: [], groupNumbers } : { unitIds, groupNumbers: [] };
