import { Injectable } from '@nestjs/common';
import { rangeOf } from '../../classes/timetable/during';
import type { CourseKind } from '../../courses/course.entity';
import type { Actor } from '../../platform/access/actor';
import { Clock, type Day, momentAt } from '../../platform/clock';
import { Database, type Tx } from '../../platform/database/database';
import { Journal } from '../../platform/journal/journal';
import type { Attempt } from '../mark-sheet';
import { CandidatesService } from './candidates.service';
import { ExamPlacesService, type WantedExam, type Watched } from './exam-places.service';
import { mayPlanExams } from './exams.policy';
import {
  endsBeforeItBegins,
  ExamHeld,
  examReasonNeeded,
  needsModule,
  notAHalfDayHere,
  notAModuleHere,
  outsideHalfDay,
} from './exams.refusals';
import { examActions } from './exams.words';
import { holdClass, holdExam } from './held-exam';

/** Examinations as appointments of their own: planned, moved, cancelled. */
@Injectable()
export class ExamsService {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly candidates: CandidatesService,
    private readonly places: ExamPlacesService,
  ) {}

  /**
   * Plans one and draws up its list of all who are admitted. Returns its id.
   * @throws ExamsSealed | NothingExaminedHere | ExamRoomTaken | ExamInvigilatorBusy | InvalidInput
   */
  async plan(
    actor: Actor,
    classId: string,
    { moduleId, attempt = 1, ...wanted }: WantedExam & { moduleId?: string | undefined; attempt?: Attempt | undefined },
  ): Promise<string> {
    return this.database.inTransaction(async (tx) => {
      const { kind, roomId } = await holdClass(tx, actor, classId, mayPlanExams);
      await this.assertModule(tx, classId, kind, moduleId);
      const during = await this.during(tx, classId, wanted);
      const { id } = await tx.row<{ id: string }>(
        `INSERT INTO exams (class_id, module_id, attempt, during, half_day_id, note, changed_at) VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id`,
        [classId, moduleId ?? null, attempt, during, wanted.halfDayId ?? null, wanted.note ?? null, this.clock.now()],
      );
      await this.places.furnish(tx, id, during, wanted, roomId);
      await this.journal.write(tx, actor, {
        action: examActions.planned,
        subject: { type: 'exam', id },
        classId,
        facts: { moduleId: moduleId ?? null, attempt, day: wanted.day, from: wanted.startTime, to: wanted.endTime },
      });
      await this.candidates.listWith(tx, actor, await holdExam(tx, actor, id, mayPlanExams));
      return id;
    });
  }

  /** To another time, other rooms or invigilators: all of it as told. @throws as {@link plan} | ExamHeld | ExamCancelled */
  async change(
    actor: Actor,
    examId: string,
    { reason, ...wanted }: WantedExam & { reason?: string | undefined },
  ): Promise<void> {
    await this.database.inTransaction(async (tx) => {
      const { state, usualRoomId, ...exam } = await holdExam(tx, actor, examId, mayPlanExams);
      if (exam.minutesAt !== null) throw new ExamHeld();
      const during = await this.during(tx, exam.classId, wanted);
      const roomsBefore = await this.places.roomsOf(tx, examId);
      // Taken away first, so that nothing is held at the new time that is not wanted there.
      const watched = await tx.rows<Watched>(
        `DELETE FROM exam_invigilators WHERE exam_id = $1 RETURNING coalesce(person_id, lecturer_id) AS id, listed_at`,
        [examId],
      );
      await tx.execute(`DELETE FROM exam_rooms WHERE exam_id = $1`, [examId]);
      const { isMoved } = await tx.row<{ isMoved: boolean }>(
        `UPDATE exams SET during = $2, half_day_id = $3, note = $4, changed_at = $5 WHERE id = $1 RETURNING during <> $6::tstzrange AS is_moved`,
        [examId, during, wanted.halfDayId ?? null, wanted.note ?? null, this.clock.now(), exam.during],
      );
      await this.places.furnish(tx, examId, during, wanted, usualRoomId, watched);
      await this.candidates.seatAgain(tx, examId);
      const isElsewhere = roomsBefore.join() !== (await this.places.roomsOf(tx, examId)).join();
      // As the database counts other changes a calendar is told.
      if (isElsewhere && !isMoved) await tx.execute(`UPDATE exams SET sequence = sequence + 1 WHERE id = $1`, [examId]);
      const isTold = isMoved || isElsewhere;
      if (isTold && state !== 'draft') {
        if (!reason) throw examReasonNeeded();
        await this.tell(tx, exam, 'moved', reason);
      }
      await this.journal.write(tx, actor, {
        action: examActions.changed,
        subject: { type: 'exam', id: examId },
        classId: exam.classId,
        reason: reason ?? null,
        facts: { day: wanted.day, from: wanted.startTime, to: wanted.endTime, was: exam.startsAt },
      });
    });
  }

  /** Rooms, invigilators and candidates are free again; everybody concerned is told why. @throws ExamHeld | ExamCancelled */
  async cancel(actor: Actor, examId: string, reason: string): Promise<void> {
    await this.database.inTransaction(async (tx) => {
      const { state, ...exam } = await holdExam(tx, actor, examId, mayPlanExams);
      if (exam.minutesAt !== null) throw new ExamHeld();
      const now = this.clock.now();
      await tx.execute(`UPDATE exams SET cancelled_at = $2, cancelled_reason = $3, changed_at = $2 WHERE id = $1`, [
        examId,
        now,
        reason,
      ]);
      if (state !== 'draft') await this.tell(tx, exam, 'cancelled', reason);
      await this.journal.write(tx, actor, {
        action: examActions.cancelled,
        subject: { type: 'exam', id: examId },
        classId: exam.classId,
        reason,
        facts: { day: exam.day },
      });
    });
  }

  /** In a class with modules one is examined; a field report is handed in. */
  private async assertModule(tx: Tx, classId: string, kind: CourseKind, moduleId: string | undefined): Promise<void> {
    if (moduleId === undefined) {
      if (kind === 'theory') throw needsModule();
      return;
    }
    const known = await tx.rows(
      `SELECT id FROM modules WHERE class_id = $1 AND id = $2 AND kind <> 'field_report' FOR SHARE`,
      [classId, moduleId],
    );
    if (known.length === 0) throw notAModuleHere();
  }

  private async during(tx: Tx, classId: string, { day, startTime, endTime, halfDayId }: WantedExam): Promise<string> {
    const [startsAt, endsAt] = [momentAt(day, startTime), momentAt(day, endTime)];
    if (endsAt <= startsAt) throw endsBeforeItBegins();
    if (halfDayId !== undefined) {
      const [halfDay] = await tx.rows<{ day: Day; startsAt: Date; endsAt: Date }>(
        `SELECT day, lower(during) AS starts_at, upper(during) AS ends_at FROM half_days
         WHERE id = $1 AND class_id = $2 AND cancelled_at IS NULL FOR SHARE`,
        [halfDayId, classId],
      );
      if (!halfDay) throw notAHalfDayHere();
      if (startsAt < halfDay.startsAt || endsAt > halfDay.endsAt)
        throw outsideHalfDay(halfDay.day, halfDay.startsAt, halfDay.endsAt);
    }
    return rangeOf({ startsAt, endsAt });
  }

  private async tell(
    tx: Tx,
    { id, during }: { readonly id: string; readonly during: string },
    kind: 'moved' | 'cancelled',
    reason: string,
  ): Promise<void> {
    await tx.execute(
      `INSERT INTO exam_changes (exam_id, kind, was_during, reason, over_at, changed_at)
       SELECT id, $2, $3::tstzrange, $4, greatest(lower(during), lower($3::tstzrange)), $5 FROM exams WHERE id = $1`,
      [id, kind, during, reason, this.clock.now()],
    );
  }
}
