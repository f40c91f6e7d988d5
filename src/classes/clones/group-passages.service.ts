import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor';
import { Clock } from '../../platform/clock';
import type { Tx } from '../../platform/database/database';
import { Journal } from '../../platform/journal/journal';
import { GroupManagersService } from '../groups/group-managers.service';
import { ClassGroupsService } from '../groups/groups.service';
import { groupActions } from '../groups/groups.words';
import { TimetableClashes } from '../timetable/clashes';
import type { PlannedHalfDay } from '../timetable/pattern';
import { TimetableService } from '../timetable/timetable.service';
import type { TrainingClass } from '../training-class.entity';
import { cloneWords } from './clones.words';

/** A group of one class whose people go on in another, by its number here and there. */
export interface PassedGroup {
  readonly number: number;
  readonly name: string | null;
  readonly toNumber: number;
  /** Made there for them with its name, room and half-days; otherwise they join the one of that number and name. */
  readonly isNew: boolean;
  /** Its half-days go along: it is new there, or nobody is in the one they join. */
  readonly bringsHalfDays: boolean;
  /** Names of those who look after it, and go on to. */
  readonly managers: readonly string[];
}

interface MovingHalfDay extends PlannedHalfDay {
  readonly id: string;
  readonly roomSharedReason: string | null;
}

/** Groups of a class whose people go to another: who looks after them and what they meet for goes along. */
@Injectable()
export class GroupPassagesService {
  constructor(
    private readonly timetable: TimetableService,
    private readonly clashes: TimetableClashes,
    private readonly groups: ClassGroupsService,
    private readonly managers: GroupManagersService,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** Into a class split off, which has the groups of those who go by the same numbers. */
  async intoNew(tx: Tx, actor: Actor, fromId: string, intoId: string, numbers: readonly number[]) {
    const groups = await this.groupsOf(tx, fromId, numbers);
    return this.lookedAfter(
      tx,
      actor,
      { fromId, intoId },
      groups.map((group) => ({ ...group, toNumber: group.number, isNew: true, bringsHalfDays: true })),
    );
  }

  /**
   * Into a class that goes on: people join the group of the same number and name there; where there is none, it is made,
   * and where nobody is in it (`populated` are those with people), its half-days come along to hours that class has free. Rooms and lecturers of those to come are given by {@link settle}.
   */
  async intoOther(
    tx: Tx,
    actor: Actor,
    from: TrainingClass,
    into: TrainingClass,
    numbers: readonly number[],
    populated: readonly number[],
  ): Promise<PassedGroup[]> {
    const pairs = await tx.rows<Omit<PassedGroup, 'managers'>>(
      `SELECT g.number, g.name, coalesce(t.number, (SELECT coalesce(max(number), 0) FROM class_groups WHERE class_id = $2)
           + row_number() OVER (PARTITION BY t.id IS NULL ORDER BY g.number))::int AS to_number, t.id IS NULL AS is_new,
         coalesce(t.number <> ALL ($4::int[]), true) AS brings_half_days
       FROM class_groups g LEFT JOIN class_groups t ON t.class_id = $2 AND t.number = g.number AND lower(t.name) IS NOT DISTINCT FROM lower(g.name)
       WHERE g.class_id = $1 AND g.number = ANY ($3::int[]) ORDER BY g.number`,
      [from.id, into.id, numbers, populated],
    );
    const made = pairs.filter(({ isNew }) => isNew);
    await tx.execute(
      `INSERT INTO class_groups (class_id, number, name, room_id, created_at)
       SELECT $2, w."toNumber", g.name, g.room_id, $4 FROM jsonb_to_recordset($3::jsonb) AS w (number int, "toNumber" int)
       JOIN class_groups g ON g.class_id = $1 AND g.number = w.number`,
      [from.id, into.id, JSON.stringify(made), this.clock.now()],
    );
    await this.journal.write(
      tx,
      actor,
      ...made.map(({ toNumber, name }) => ({
        action: groupActions.made,
        subject: { type: 'class', id: into.id },
        classId: into.id,
        facts: { group: toNumber, name },
      })),
    );
    const bringing = pairs.filter(({ bringsHalfDays }) => bringsHalfDays);
    await this.copyHalfDays(tx, actor, from, into, bringing);
    return this.lookedAfter(tx, actor, { fromId: from.id, intoId: into.id }, pairs);
  }

  /**
   * Half-days to come that these groups have to themselves, by their numbers in the class they go to.
   * @param withOthers also those they have together with groups that are not among them
   */
  async meetings(
    tx: Tx,
    fromId: string,
    groups: readonly PassedGroup[],
    { withOthers = false } = {},
  ): Promise<MovingHalfDay[]> {
    const rows = await this.halfDaysOf(tx, fromId, groups, withOthers ? '&&' : '<@');
    const now = this.clock.now();
    return rows.filter(({ startsAt }) => startsAt > now);
  }

  /** Once they are held no more by the class they came from, they have their rooms and lecturers in the other one. Returns how many do. */
  async settle(tx: Tx, intoId: string, moving: readonly MovingHalfDay[]): Promise<number> {
    return tx.execute(
      `UPDATE half_days h SET room_id = coalesce(w."roomId", h.room_id), lecturer_id = coalesce(h.lecturer_id, w."lecturerId"), room_shared_reason = w."roomSharedReason"
       FROM jsonb_to_recordset($2::jsonb) AS w ("startsAt" timestamptz, "endsAt" timestamptz, "roomId" uuid, "lecturerId" uuid, "roomSharedReason" text, "groupNumbers" int[])
       WHERE h.class_id = $1 AND h.cancelled_at IS NULL AND h.during = tstzrange(w."startsAt", w."endsAt") AND h.group_numbers = w."groupNumbers"`,
      [intoId, JSON.stringify(moving)],
    );
  }

  /** Groups all of whose people went: their half-days to come are the other class's, and whoever looked after them does so there. */
  async leave(
    tx: Tx,
    actor: Actor,
    { fromId, intoId }: Readonly<{ fromId: string; intoId: string }>,
    groups: readonly PassedGroup[],
    reason: string,
  ): Promise<void> {
    const moving = await this.meetings(tx, fromId, groups);
    for (const { id } of moving) await this.timetable.cancelWith(tx, actor, id, reason);
    await this.settle(tx, intoId, moving);
    await tx.execute(
      `UPDATE class_groups t SET room_id = g.room_id FROM class_groups g
       WHERE g.class_id = $1 AND t.class_id = $2 AND t.number = g.number AND g.number = ANY ($3::int[])`,
      [fromId, intoId, groups.map(({ number }) => number)],
    );
    for (const { number } of groups) await this.groups.dismissAllWith(tx, actor, fromId, number);
  }

  private async groupsOf(tx: Tx, classId: string, numbers: readonly number[]) {
    return tx.rows<Pick<PassedGroup, 'number' | 'name'>>(
      `SELECT number, name FROM class_groups WHERE class_id = $1 AND number = ANY ($2::int[]) ORDER BY number`,
      [classId, numbers],
    );
  }

  private async lookedAfter(
    tx: Tx,
    actor: Actor,
    { fromId, intoId }: Readonly<{ fromId: string; intoId: string }>,
    pairs: readonly Omit<PassedGroup, 'managers'>[],
  ): Promise<PassedGroup[]> {
    const passed: PassedGroup[] = [];
    for (const pair of pairs) {
      const to = { classId: intoId, groupNumber: pair.toNumber };
      passed.push({ ...pair, managers: await this.managers.appointAlikeWith(tx, actor, fromId, pair.number, to) });
    }
    return passed;
  }

  /** Half-days all of whose groups are among these, with the numbers those have where they go. */
  private async halfDaysOf(
    tx: Tx,
    fromId: string,
    groups: readonly Pick<PassedGroup, 'number' | 'toNumber'>[],
    are: '<@' | '&&' = '<@',
  ): Promise<MovingHalfDay[]> {
    return tx.rows(
      `WITH w AS (SELECT * FROM jsonb_to_recordset($2::jsonb) AS w (number int, "toNumber" int))
       SELECT h.id, h.day, h.part, lower(h.during) AS starts_at, upper(h.during) AS ends_at, h.held_room_id AS room_id, h.lecturer_id, h.topic,
         h.room_shared_reason, ARRAY(SELECT w."toNumber" FROM w WHERE w.number = ANY (h.group_numbers) ORDER BY 1) AS group_numbers
       FROM half_days h WHERE h.class_id = $1 AND h.cancelled_at IS NULL AND h.group_numbers ${are} ARRAY(SELECT number FROM w)
       ORDER BY lower(h.during), h.group_numbers`,
      [fromId, JSON.stringify(groups)],
    );
  }

  private async copyHalfDays(
    tx: Tx,
    actor: Actor,
    from: TrainingClass,
    into: TrainingClass,
    groups: readonly Omit<PassedGroup, 'managers'>[],
  ): Promise<void> {
    const all = await this.halfDaysOf(tx, from.id, groups);
    const inside = all.filter(({ day }) => day >= into.opensOn && day <= into.closesOn);
    // Until the other class ends its half-days have the room, and for good those that were held there.
    const shared = cloneWords.vi.groupOf(from.code);
    const wanted = inside.map((halfDay) => ({ ...halfDay, lecturerId: null, roomSharedReason: shared }));
    const clashes = await this.clashes.of(tx, into.id, wanted);
    const taken = new Set(clashes.flatMap(({ what, ordinal }) => (what === 'class' ? [ordinal] : [])));
    const free = wanted.filter((_, index) => !taken.has(index));
    if (free.length === 0) return;
    await this.timetable.addWith(tx, actor, into.id, free, {
      roomSharedReason: shared,
      managerOverlapReason: shared,
      isToldOtherwise: true,
    });
  }
}
