import { Injectable } from '@nestjs/common';
import { ClassGroupsService } from '../../classes/groups/groups.service';
import { groupActions } from '../../classes/groups/groups.words';
import type { Actor } from '../../platform/access/actor';
import { Clock } from '../../platform/clock';
import { Database, type Tx } from '../../platform/database/database';
import { fingerprintOf } from '../../platform/imports/promises';
import { Journal } from '../../platform/journal/journal';
import { found } from '../../platform/problems/refusals';
import type { Clash } from '../clashes.queries';
import { PersonBusy } from '../enrollments.refusals';
import { divide, type WayToDivide } from './divide';
import { GroupAttendanceService } from './group-attendance.service';
import {
  GroupsChangedMeanwhile,
  GroupStillUsed,
  leaderOfAnother,
  MoveNotTheLast,
  noGroupsYet,
  nobodyToDivide,
  notInThisClass,
} from './groups.refusals';

export interface WantedDivision {
  readonly by: WayToDivide;
  /** Into how many groups; those there are unless told. */
  readonly groups?: number | undefined;
  /** Only those in no group yet; the others stay. */
  readonly onlyUngrouped?: boolean | undefined;
}

/** Somebody who would come, or came, into a group. */
interface Placed {
  readonly enrollmentId: string;
  readonly fullName: string;
  readonly unitName: string;
  readonly from: number | null;
  readonly to: number | null;
}

export interface Division {
  /** Who moves, by group and then in the order of a Vietnamese list. */
  readonly moved: readonly Placed[];
  /** How many people each group has afterwards. */
  readonly sizes: readonly { readonly number: number; readonly people: number }[];
  /** Who stays as they are, because they are in another class at a half-day of that group. */
  readonly busy: readonly Clash[];
  readonly fingerprint: string;
}

interface Member {
  readonly enrollmentId: string;
  readonly personId: string;
  readonly unitId: string;
  readonly fullName: string;
  readonly unitName: string;
  readonly groupNumber: number | null;
}

interface Move {
  readonly enrollmentId: string;
  readonly to: number | null;
  /** Of a move that is taken back: since when they were there before, and whether they led the group. */
  readonly since?: Date | null;
  readonly led?: boolean;
}

interface Moved extends Required<Move> {
  readonly from: number | null;
  readonly personId: string;
  readonly unitId: string;
}

/** Who of a class is in which of its groups. Every move can be taken back, the latest first. */
@Injectable()
export class GroupMembersService {
  constructor(
    private readonly database: Database,
    private readonly groups: ClassGroupsService,
    private readonly attendance: GroupAttendanceService,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** What dividing would do; stores nothing. @throws as {@link divide} */
  async tryOut(actor: Actor, classId: string, wanted: WantedDivision): Promise<Division> {
    return this.database.tryOut((tx) => this.divideWith(tx, actor, classId, wanted));
  }

  /**
   * @param expects the fingerprint of a trial: exactly that is done, or nothing
   * @throws NotFound | NotAllowed | ClassNotInState | ClassIsClosing | GroupsChangedMeanwhile | InvalidInput
   */
  async divide(actor: Actor, classId: string, wanted: WantedDivision, expects?: string): Promise<Division> {
    return this.database.inTransaction(async (tx) => {
      const division = await this.divideWith(tx, actor, classId, wanted);
      if (expects !== undefined && expects !== division.fingerprint) throw new GroupsChangedMeanwhile();
      return division;
    });
  }

  /** Into one group, or into none. @throws NotFound | NotAllowed | ClassNotInState | InvalidInput | PersonBusy */
  async move(actor: Actor, classId: string, enrollmentIds: readonly string[], groupId: string | null): Promise<number> {
    return this.database.inTransaction(async (tx) => {
      await this.groups.hold(tx, actor, classId);
      const group =
        groupId === null ? null : found(await this.groups.one(tx, groupId), (one) => one.classId === classId);
      const known = new Set((await this.members(tx, classId)).map(({ enrollmentId }) => enrollmentId));
      if (!enrollmentIds.every((id) => known.has(id))) throw notInThisClass();
      const moves = enrollmentIds.map((enrollmentId) => ({ enrollmentId, to: group?.number ?? null }));
      const busy = await this.attendance.busy(tx, moves);
      if (busy.length > 0) throw new PersonBusy(busy);
      return (await this.place(tx, actor, classId, moves)).length;
    });
  }

  /** Everybody goes back where they were, who was not moved on since. @throws NotFound | NotAllowed | MoveNotTheLast | PersonBusy */
  async undo(actor: Actor, moveId: string): Promise<void> {
    await this.database.inTransaction(async (tx) => {
      const { classId } = found(
        (await tx.rows<{ classId: string }>(`SELECT class_id FROM group_moves WHERE id = $1`, [moveId]))[0],
      );
      await this.groups.hold(tx, actor, classId);
      const [last] = await tx.rows<{ id: string; moved: readonly Moved[] }>(
        `SELECT id, moved FROM group_moves WHERE class_id = $1 AND undone_at IS NULL ORDER BY position DESC LIMIT 1`,
        [classId],
      );
      if (last?.id !== moveId) throw new MoveNotTheLast();
      const members = new Map((await this.members(tx, classId)).map((member) => [member.enrollmentId, member]));
      const back = last.moved
        .filter(({ enrollmentId, to }) => members.get(enrollmentId)?.groupNumber === to && members.has(enrollmentId))
        .map(({ enrollmentId, from, since, led }) => ({ enrollmentId, to: from, since, led }));
      const busy = await this.attendance.busy(tx, back);
      if (busy.length > 0) throw new PersonBusy(busy);
      await tx.execute(`UPDATE group_moves SET undone_at = $2, undone_by = $3 WHERE id = $1`, [
        moveId,
        this.clock.now(),
        actor.accountId,
      ]);
      const moved = await this.assign(tx, actor, classId, back);
      await this.journal.write(tx, actor, {
        action: groupActions.undone,
        subject: { type: 'class', id: classId },
        classId,
        facts: { people: moved.length },
      });
    });
  }

  /** Who leads a group; null when nobody does any more. It gives no rights. @throws NotFound | NotAllowed | InvalidInput */
  async lead(actor: Actor, groupId: string, enrollmentId: string | null): Promise<void> {
    await this.database.inTransaction(async (tx) => {
      const { classId, number } = await this.groups.holdGroup(tx, actor, groupId);
      const members = await this.members(tx, classId);
      const leader = members.find((member) => member.enrollmentId === enrollmentId && member.groupNumber === number);
      if (enrollmentId !== null && !leader) throw leaderOfAnother();
      await tx.execute(
        `UPDATE enrollments SET leads_group = false WHERE class_id = $1 AND group_number = $2 AND leads_group`,
        [classId, number],
      );
      await tx.execute(`UPDATE enrollments SET leads_group = true WHERE id = $1`, [enrollmentId]);
      await this.journal.write(tx, actor, {
        action: groupActions.led,
        subject: { type: 'class', id: classId },
        classId,
        personId: leader?.personId ?? null,
        unitId: leader?.unitId ?? null,
        facts: { group: number },
      });
    });
  }

  /** @throws NotFound | NotAllowed | GroupStillUsed */
  async remove(actor: Actor, groupId: string): Promise<void> {
    await this.database.inTransaction(async (tx) => {
      const group = await this.groups.holdGroup(tx, actor, groupId);
      const { classId, number } = group;
      const { people, halfDays } = await tx.row<{ people: number; halfDays: number }>(
        `SELECT (SELECT count(*) FROM enrollments WHERE class_id = $1 AND group_number = $2 AND ended_at IS NULL) AS people,
           (SELECT count(*) FROM half_days WHERE class_id = $1 AND $2 = ANY (group_numbers)) AS half_days`,
        [classId, number],
      );
      if (people + halfDays > 0) throw new GroupStillUsed(people, halfDays);
      await tx.execute(
        `UPDATE enrollments SET group_number = NULL, grouped_at = NULL, leads_group = false WHERE class_id = $1 AND group_number = $2`,
        [classId, number],
      );
      await this.groups.removeWith(tx, actor, group);
    });
  }

  private async divideWith(tx: Tx, actor: Actor, classId: string, wanted: WantedDivision): Promise<Division> {
    await this.groups.hold(tx, actor, classId);
    const numbers = await this.groups.numbersFor(tx, actor, classId, wanted.groups);
    if (numbers.length === 0) throw noGroupsYet();
    const members = await this.members(tx, classId);
    const people = wanted.onlyUngrouped ? members.filter(({ groupNumber }) => groupNumber === null) : members;
    if (people.length === 0) throw nobodyToDivide();
    const staying = wanted.onlyUngrouped ? members : [];
    const inGroup = (number: number) => staying.filter(({ groupNumber }) => groupNumber === number).length;
    const divided = divide(people, wanted.by, new Map(numbers.map((number) => [number, inGroup(number)])));
    const moves = [...divided].map(([enrollmentId, to]) => ({ enrollmentId, to }));
    const busy = await this.attendance.busy(tx, moves);
    const stays = new Set(busy.map(({ personId }) => personId));
    const of = new Map(members.map((member) => [member.enrollmentId, member]));
    const free = moves.filter(({ enrollmentId }) => !stays.has(of.get(enrollmentId)!.personId));
    const placed = await this.place(tx, actor, classId, free, wanted);
    const moved = placed
      .map(({ enrollmentId, from, to }): Placed => {
        const { fullName, unitName } = of.get(enrollmentId)!;
        return { enrollmentId, fullName, unitName, from, to };
      })
      .toSorted((one, other) => (one.to ?? 0) - (other.to ?? 0) || placeIn(members, one) - placeIn(members, other));
    const now = await this.members(tx, classId);
    const sizes = numbers.map((number) => ({
      number,
      people: now.filter(({ groupNumber }) => groupNumber === number).length,
    }));
    const promises = [
      ...moved.map(({ enrollmentId, to }) => [enrollmentId, to]),
      ...busy.map(({ personId }) => personId),
    ];
    return { moved, sizes, busy, fingerprint: fingerprintOf(promises, (promise) => promise) };
  }

  private async place(
    tx: Tx,
    actor: Actor,
    classId: string,
    moves: readonly Move[],
    wanted?: WantedDivision,
  ): Promise<readonly Moved[]> {
    const moved = await this.assign(tx, actor, classId, moves);
    if (moved.length === 0) return moved;
    await tx.execute(`INSERT INTO group_moves (class_id, moved, moved_at, moved_by) VALUES ($1, $2, $3, $4)`, [
      classId,
      JSON.stringify(moved.map(({ enrollmentId, from, to, since, led }) => ({ enrollmentId, from, to, since, led }))),
      this.clock.now(),
      actor.accountId,
    ]);
    if (wanted)
      await this.journal.write(tx, actor, {
        action: groupActions.divided,
        subject: { type: 'class', id: classId },
        classId,
        facts: { ...wanted, people: moved.length },
      });
    return moved;
  }

  private async assign(tx: Tx, actor: Actor, classId: string, moves: readonly Move[]): Promise<readonly Moved[]> {
    const moved = await tx.rows<Moved>(
      `UPDATE enrollments e SET group_number = w."to", grouped_at = CASE WHEN w."to" IS NOT NULL THEN coalesce(w.since, $3::timestamptz) END,
         leads_group = coalesce(w.led AND w."to" IS NOT NULL AND NOT EXISTS (
           SELECT FROM enrollments o WHERE o.class_id = $1 AND o.group_number = w."to" AND o.leads_group AND o.ended_at IS NULL), false)
       FROM jsonb_to_recordset($2::jsonb) AS w ("enrollmentId" uuid, "to" int, since timestamptz, led boolean) JOIN enrollments b ON b.id = w."enrollmentId"
       WHERE e.id = b.id AND e.class_id = $1 AND e.ended_at IS NULL AND b.group_number IS DISTINCT FROM w."to"
       RETURNING e.id AS enrollment_id, b.group_number AS "from", e.group_number AS "to", b.grouped_at AS since, b.leads_group AS led, e.person_id, e.unit_id`,
      [classId, JSON.stringify(moves), this.clock.now()],
    );
    await this.attendance.follow(tx, actor, moved);
    await this.journal.write(
      tx,
      actor,
      ...moved.map(({ enrollmentId, personId, unitId, from, to }) => ({
        action: groupActions.moved,
        subject: { type: 'enrollment', id: enrollmentId },
        classId,
        personId,
        unitId,
        facts: { from, to },
      })),
    );
    return moved;
  }

  /** Everybody on the roster, in the order of a Vietnamese list. */
  private async members(tx: Tx, classId: string): Promise<Member[]> {
    return tx.rows(
      `SELECT e.id AS enrollment_id, e.person_id, e.unit_id, p.full_name, unit_name_on(e.unit_id, $2) AS unit_name, e.group_number
       FROM enrollments e JOIN persons p ON p.id = e.person_id WHERE e.class_id = $1 AND e.ended_at IS NULL ORDER BY p.sort_name, e.id`,
      [classId, this.clock.today()],
    );
  }
}

const placeIn = (members: readonly Member[], { enrollmentId }: Placed) =>
  members.findIndex((member) => member.enrollmentId === enrollmentId);
