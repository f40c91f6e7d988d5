import { Injectable } from '@nestjs/common';
import { type ClassState, hasEnded } from '../classes/training-class.states';
import type { Actor } from '../platform/access/actor';
import { Clock, type Day } from '../platform/clock';
import type { Tx } from '../platform/database/database';
import { Journal } from '../platform/journal/journal';
import { found } from '../platform/problems/refusals';
import { CarryingsService } from './carryings.service';
import { ClashesQueries } from './clashes.queries';
import { Enrollment } from './enrollment.entity';
import { ClassTakesNobody, PersonBusy } from './enrollments.refusals';
import { enrollmentActions } from './enrollments.words';

/** Why two half-days of one hour that is over are no clash: people were at one of them, as both classes know. */
const heldBefore = 'Buổi đã học trước khi tách, ghép lớp';

/** Who joins a class, by which nomination or which entry of the office (I6). */
export interface NewEnrollment {
  readonly classId: string;
  readonly personId: string;
  /** The unit that sends the person. */
  readonly unitId: string;
  readonly nominationId?: string | undefined;
  readonly officeEntryId?: string | undefined;
  /** The enrollment in an earlier class of the course which this one goes on with: what the course carries comes along. */
  readonly continuesId?: string | undefined;
  /** As part of their class: everything comes along, whatever the course carries. */
  readonly isPassage?: boolean | undefined;
  /** Since when they belong to the class; from now on unless told. */
  readonly enrolledAt?: Date | undefined;
  /** The group they come into, which they lead as they did the one they come from, if nobody leads it; none unless told. */
  readonly groupNumber?: number | undefined;
  /** The decision by which this person may be in two classes at one time; without it an overlap is refused (I3). */
  readonly overlapReason?: string | undefined;
}

interface Added {
  readonly id: string;
  readonly personId: string;
  readonly continuesId: string | null;
}

/** The decision by which somebody learns on in a later class of the course, until a day. */
export interface Deferral {
  readonly until: Day;
  readonly decisionNumber: string;
  readonly decidedOn: Day;
  readonly reason: string;
}

/** Keeps the roster and its attendance lines in step: a line for every live enrollment at every half-day that is not cancelled
 * and is for the whole class or the person's group. */
@Injectable()
export class EnrollmentsService {
  constructor(
    private readonly clashes: ClashesQueries,
    private readonly carryings: CarryingsService,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** @throws PersonBusy | AlreadyEnrolled | ClassTakesNobody */
  async enroll(tx: Tx, actor: Actor, enrollment: NewEnrollment): Promise<string> {
    const [id] = await this.enrollAll(tx, actor, enrollment.classId, [enrollment]);
    return id!;
  }

  /** Many at once, as `enroll`; returns the ids in the order given. */
  async enrollAll(
    tx: Tx,
    actor: Actor,
    classId: string,
    people: readonly Omit<NewEnrollment, 'classId'>[],
  ): Promise<string[]> {
    if (people.length === 0) return [];
    const added = await this.put(tx, classId, people);
    const bound = people.filter(({ overlapReason }) => !overlapReason);
    const clashes = await this.clashes.of(
      bound.map(({ personId }) => personId),
      { classId },
      tx,
    );
    if (clashes.length > 0) throw new PersonBusy(clashes);
    await this.expect(tx, actor, classId, people, added);
    const idOf = new Map(added.map(({ id, personId }) => [personId, id]));
    return people.map(({ personId }) => idOf.get(personId)!);
  }

  /** Those of the people who are on the roster already. */
  async enrolledAlready(tx: Tx, classId: string, personIds: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await tx.rows<{ personId: string }>(
      `SELECT person_id FROM enrollments WHERE class_id = $1 AND person_id = ANY ($2::uuid[]) AND ended_at IS NULL`,
      [classId, personIds],
    );
    return new Set(rows.map(({ personId }) => personId));
  }

  /**
   * Enrolls people whose hours were found free since the class was held; the constraint has the last word.
   * @throws ClassTakesNobody
   */
  async join(
    tx: Tx,
    actor: Actor,
    classId: string,
    people: readonly Omit<NewEnrollment, 'classId' | 'overlapReason'>[],
  ): Promise<void> {
    await this.expect(tx, actor, classId, people, await this.put(tx, classId, people));
  }

  /** On the roster. Holds the class against timetable changes, so the half-days read after it are those that stay. */
  private async put(tx: Tx, classId: string, people: readonly Omit<NewEnrollment, 'classId'>[]): Promise<Added[]> {
    const added = await tx.rows<Added>(
      `INSERT INTO enrollments (class_id, person_id, unit_id, nomination_id, office_entry_id, continues_id, group_number, grouped_at, leads_group, enrolled_at)
       SELECT $1, n."personId", n."unitId", n."nominationId", n."officeEntryId", coalesce(n."continuesId", (
           SELECT d.enrollment_id FROM deferrals_waiting d JOIN classes c ON c.id = $1 AND c.course_id = d.course_id
           WHERE d.person_id = n."personId" AND d.until >= $4::date ORDER BY d.deferred_at DESC LIMIT 1)), n."groupNumber", CASE WHEN n."groupNumber" IS NOT NULL THEN CASE WHEN n."enrolledAt" IS NULL THEN $3 ELSE coalesce(o.grouped_at, $3) END END,
         n."groupNumber" IS NOT NULL AND coalesce(o.leads_group, false) AND NOT EXISTS (
           SELECT FROM enrollments l WHERE l.class_id = $1 AND l.group_number = n."groupNumber" AND l.leads_group AND l.ended_at IS NULL), coalesce(n."enrolledAt", $3)
       FROM jsonb_to_recordset($2::jsonb) AS n ("personId" uuid, "unitId" uuid, "nominationId" uuid, "officeEntryId" uuid, "continuesId" uuid, "enrolledAt" timestamptz, "groupNumber" int)
       LEFT JOIN enrollments o ON o.id = n."continuesId"
       RETURNING id, person_id, continues_id`,
      [classId, JSON.stringify(people), this.clock.now(), this.clock.today()],
    );
    const trainingClass = await tx.row<{ state: ClassState }>(`SELECT state FROM classes WHERE id = $1`, [classId]);
    if (hasEnded(trainingClass.state)) throw new ClassTakesNobody();
    return added;
  }

  /** A line at every half-day for those who are on the roster now, and what they bring along. */
  private async expect(
    tx: Tx,
    actor: Actor,
    classId: string,
    people: readonly Omit<NewEnrollment, 'classId'>[],
    added: readonly Added[],
  ): Promise<void> {
    const idOf = new Map(added.map(({ id, personId }) => [personId, id]));
    await tx.execute(
      `INSERT INTO attendance_lines (enrollment_id, half_day_id, person_id, during, overlap_reason)
       SELECT e.id, h.id, e.person_id, h.during, CASE WHEN n.with_class AND lower(h.during) <= $4 THEN '${heldBefore}' WHEN n.reason IS NOT NULL AND EXISTS (
           SELECT 1 FROM attendance_lines l WHERE l.person_id = e.person_id AND l.during && h.during AND l.live AND l.overlap_reason IS NULL)
         THEN n.reason END
       FROM unnest($2::uuid[], $3::text[], $5::boolean[]) AS n (enrollment_id, reason, with_class) JOIN enrollments e ON e.id = n.enrollment_id
       JOIN half_days h ON h.class_id = $1 AND h.cancelled_at IS NULL AND is_for_group(h.group_numbers, e.group_number)`,
      [
        classId,
        people.map(({ personId }) => idOf.get(personId)),
        people.map(({ overlapReason }) => overlapReason ?? null),
        this.clock.now(),
        people.map(({ isPassage }) => isPassage === true),
      ],
    );
    await this.journal.write(
      tx,
      actor,
      ...people.map(({ personId, unitId, nominationId, officeEntryId, overlapReason }) => ({
        action: enrollmentActions.made,
        subject: { type: 'enrollment', id: idOf.get(personId)! },
        classId,
        personId,
        unitId,
        reason: overlapReason ?? null,
        facts: nominationId ? { nominationId } : { officeEntryId },
      })),
    );
    const whole = new Set(people.flatMap(({ personId, isPassage }) => (isPassage ? [personId] : [])));
    for (const { id, personId, continuesId } of added)
      if (continuesId) await this.carryings.carry(tx, actor, id, null, whole.has(personId));
  }

  /** Ends the enrollments nominations led to, those that have not ended. @param reasons by nomination */
  async endOfNominations(tx: Tx, actor: Actor, reasons: ReadonlyMap<string, string>): Promise<void> {
    const enrollments = await tx.rows<{ id: string; nominationId: string }>(
      `SELECT id, nomination_id FROM enrollments WHERE nomination_id = ANY ($1::uuid[]) AND ended_at IS NULL ORDER BY id`,
      [[...reasons.keys()]],
    );
    for (const { id, nominationId } of enrollments) await this.end(tx, actor, id, reasons.get(nominationId)!);
  }

  /** Takes a person off the roster; the hours are free again, the marks stay. @throws EnrollmentEnded */
  async end(tx: Tx, actor: Actor, enrollmentId: string, reason: string): Promise<void> {
    const enrollment = found(
      await tx.findOne(Enrollment, {
        where: { id: enrollmentId },
        lock: { mode: 'pessimistic_write' },
      }),
    );
    enrollment.end(this.clock.now(), reason);
    await tx.save(enrollment);
    await tx.execute(`UPDATE attendance_lines SET live = false WHERE enrollment_id = $1`, [enrollmentId]);
    const { classId, personId, unitId } = enrollment;
    await this.journal.write(tx, actor, {
      action: enrollmentActions.ended,
      subject: { type: 'enrollment', id: enrollmentId },
      classId,
      personId,
      unitId,
      reason,
    });
  }

  /**
   * Of a nomination whose acceptance nobody was told of: it is as if it never was. Returns whether that could be; not where
   * something rests on it by now, such as a mark.
   */
  async unmake(tx: Tx, actor: Actor, nominationId: string, reason: string): Promise<boolean> {
    const [made] = await tx.rows<{ id: string; classId: string; personId: string; unitId: string; isUsed: boolean }>(
      `SELECT e.id, e.class_id, e.person_id, e.unit_id, e.continues_id IS NOT NULL OR e.group_number IS NOT NULL
         OR EXISTS (SELECT FROM attendance_lines l WHERE l.enrollment_id = e.id AND l.mark <> 'unmarked') AS is_used
       FROM enrollments e WHERE e.nomination_id = $1 AND e.ended_at IS NULL FOR UPDATE`,
      [nominationId],
    );
    if (!made || made.isUsed) return false;
    const { id, classId, personId, unitId } = made;
    const gone = await tx.allOrNone(async () => {
      await tx.execute(`DELETE FROM attendance_lines WHERE enrollment_id = $1`, [id]);
      return tx.execute(`DELETE FROM enrollments WHERE id = $1`, [id]);
    });
    if (!gone) return false;
    const action = enrollmentActions.unmade;
    await this.journal.write(tx, actor, {
      ...{ action, subject: { type: 'enrollment', id }, classId, personId, unitId, reason, facts: { nominationId } },
    });
    return true;
  }

  async liveOfUnit(tx: Tx, classId: string, unitId: string): Promise<string[]> {
    const rows = await tx.rows<{ id: string }>(
      'SELECT id FROM enrollments WHERE class_id = $1 AND unit_id = $2 AND ended_at IS NULL ORDER BY id',
      [classId, unitId],
    );
    return rows.map(({ id }) => id);
  }

  /** Of a study, whose learners are counted unit by unit: those of units that became part of another are that one's. */
  async goOnInNameOf(tx: Tx, classId: string, unitIds: readonly string[], intoId: string): Promise<void> {
    await tx.execute(
      'UPDATE enrollments SET unit_id = $3 WHERE class_id = $1 AND unit_id = ANY ($2::uuid[]) AND ended_at IS NULL',
      [classId, unitIds, intoId],
    );
  }

  /** Notes by which decision and until when somebody who left may learn on in a later class of the course. */
  async defer(tx: Tx, actor: Actor, enrollmentId: string, deferral: Deferral): Promise<void> {
    const { until, decisionNumber, decidedOn, reason } = deferral;
    await tx.execute(
      `INSERT INTO deferrals (enrollment_id, until, decision_number, decided_on, reason, deferred_at, deferred_by) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [enrollmentId, until, decisionNumber, decidedOn, reason, this.clock.now(), actor.accountId],
    );
    const { classId, personId, unitId } = await tx.findOneByOrFail(Enrollment, { id: enrollmentId });
    await this.journal.write(tx, actor, {
      action: enrollmentActions.deferred,
      subject: { type: 'enrollment', id: enrollmentId },
      classId,
      personId,
      unitId,
      reason,
      facts: { until, decision: decisionNumber, of: decidedOn },
    });
  }

  /** The office's own act that puts people into a class without a nomination; returns its id for the enrollments to name. */
  async officeEntry(tx: Tx, actor: Actor, { classId, reason }: { classId: string; reason: string }): Promise<string> {
    const entry = await tx.row<{ id: string }>(
      `INSERT INTO office_entries (class_id, reason, entered_at, entered_by) VALUES ($1, $2, $3, $4) RETURNING id`,
      [classId, reason, this.clock.now(), actor.accountId],
    );
    const { id } = entry;
    await this.journal.write(tx, actor, {
      action: enrollmentActions.office_entry_made,
      subject: { type: 'office_entry', id },
      classId,
      reason,
    });
    return id;
  }
}
