import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor';
import { Clock } from '../../platform/clock';
import { Database } from '../../platform/database/database';
import { InvalidInput } from '../../platform/problems/refusals';
import type { Attempt, MarkEntry } from '../mark-sheet';
import { isSameModule } from '../same-module';
import { type MarksEntered, MarksService } from '../marks.service';
import { mayRecordExams } from './exams.policy';
import { ExamNotBegun, needsModule, notACandidate, wasAbsent } from './exams.refusals';
import { holdExam } from './held-exam';
import { append } from '../../platform/lists';

interface Sat {
  readonly enrollmentId: string;
  readonly classId: string;
  /** The module of their own class. */
  readonly moduleId: string | null;
  readonly isAbsent: boolean;
  /** The attempt a mark of this examination stands for already. */
  readonly marked: Attempt | null;
  readonly hasFirst: boolean;
}

/** Marks as they come from an examination: entered where marks are entered, with the appointment they are of. */
@Injectable()
export class ExamMarksService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly marks: MarksService,
  ) {}

  /**
   * Enters or corrects marks of those who sat it; a guest's counts at home and says where it was sat. Somebody who missed
   * the first examination sits their first one at the re-sit.
   * @throws ExamNotBegun | what {@link MarksService.enterWith} throws | InvalidInput naming `entries.n.mark`
   */
  async enter(
    actor: Actor,
    examId: string,
    entries: readonly { readonly enrollmentId: string; readonly mark: number | null }[],
    reason: string | null,
  ): Promise<MarksEntered> {
    return this.database.inTransaction(async (tx) => {
      const exam = await holdExam(tx, actor, examId, mayRecordExams);
      if (exam.moduleId === null) throw needsModule();
      if (this.clock.now() < exam.startsAt) throw new ExamNotBegun(exam.startsAt);
      const listed = await tx.rows<Sat>(
        `SELECT d.enrollment_id, n.class_id, o.id AS module_id, coalesce(d.outcome <> 'sat', false) AS is_absent,
           (SELECT max(k.attempt) FROM module_marks k WHERE k.exam_id = $1 AND k.enrollment_id = n.id) AS marked,
           EXISTS (SELECT FROM marks_in_force k WHERE k.enrollment_id = n.id AND k.module_id = o.id AND k.attempt = 1) AS has_first
         FROM exam_candidates d JOIN enrollments n ON n.id = d.enrollment_id JOIN modules m ON m.id = $2
         LEFT JOIN modules o ON o.class_id = n.class_id AND ${isSameModule}
         WHERE d.exam_id = $1`,
        [examId, exam.moduleId],
      );
      const placed = entries.map(({ enrollmentId, mark }, index) => {
        const one = listed.find((sat) => sat.enrollmentId === enrollmentId);
        if (!one || one.moduleId === null) throw notACandidate(`entries.${index}.mark`);
        if (one.isAbsent && mark !== null) throw wasAbsent(`entries.${index}.mark`);
        const attempt: Attempt = one.marked ?? (exam.attempt === 2 && one.hasFirst ? 2 : 1);
        const isGuest = one.classId !== exam.classId;
        const entry: MarkEntry = {
          ...{ enrollmentId, mark, attempt, moduleId: one.moduleId, examId },
          ...(isGuest ? { satInModuleId: exam.moduleId! } : {}),
        };
        return { index, classId: one.classId, entry };
      });
      // The classes in one order, as everywhere.
      const classIds = [...new Set(placed.map(({ classId }) => classId))].toSorted();
      const refused: string[] = [];
      let changed = 0;
      for (const classId of classIds) {
        const own = placed.filter((one) => one.classId === classId);
        try {
          const entered = await this.marks.enterWith(
            tx,
            actor,
            classId,
            own.map(({ entry }) => entry),
            { reason },
          );
          changed += entered.changed;
          append(refused, entered.refused ?? []);
        } catch (error) {
          throw error instanceof InvalidInput ? placedAnew(error, own) : error;
        }
      }
      return { changed, ...(refused.length > 0 ? { refused } : {}) };
    });
  }
}

/** The fields of one class's entries by their places in the whole list. */
function placedAnew(error: InvalidInput, own: readonly { readonly index: number }[]): InvalidInput {
  return new InvalidInput(
    error.fields.map(({ field, ...rest }) => ({
      ...rest,
      field: field.replace(/^entries\.(\d+)\./, (_, place: string) => `entries.${own[Number(place)]!.index}.`),
    })),
  );
}
