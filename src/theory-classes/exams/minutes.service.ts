import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor';
import { assertNotAboutOneself } from '../../platform/access/oneself';
import { Clock, momentAt } from '../../platform/clock';
import { Database } from '../../platform/database/database';
import { Journal } from '../../platform/journal/journal';
import type { ExamOutcome } from './exam';
import { mayRecordExams } from './exams.policy';
import { markOf } from './exams.queries';
import { correctionReasonNeeded, endsBeforeItBegins, ExamNotBegun, hasMark, notACandidate } from './exams.refusals';
import { examActions } from './exams.words';
import { holdExam } from './held-exam';

export interface Minutes {
  /** `HH:mm` of its day. */
  readonly begunAt: string;
  readonly endedAt: string;
  readonly papers: number;
  readonly sheets: number;
  readonly incidents?: string | undefined;
  readonly entries: readonly {
    readonly enrollmentId: string;
    readonly outcome: ExamOutcome;
    readonly violation?: string | undefined;
  }[];
  readonly reason?: string | undefined;
}

interface Listed {
  readonly enrollmentId: string;
  readonly personId: string;
  readonly unitId: string;
  readonly classId: string;
  readonly outcome: ExamOutcome | null;
  readonly violation: string | null;
  /** Of this examination. */
  readonly hasMark: boolean;
}

/** Biên bản: how an examination went, and who was there. Absence from it is no absence from a half-day. */
@Injectable()
export class MinutesService {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** Takes the minutes or corrects them; whoever is left out stays as they are. @throws ExamNotBegun | AboutOneself | InvalidInput */
  async record(actor: Actor, examId: string, minutes: Minutes): Promise<void> {
    await this.database.inTransaction(async (tx) => {
      const exam = await holdExam(tx, actor, examId, mayRecordExams);
      const now = this.clock.now();
      if (now < exam.startsAt) throw new ExamNotBegun(exam.startsAt);
      const reason = minutes.reason ?? null;
      if (exam.minutesAt !== null && reason === null) throw correctionReasonNeeded();
      const [begunAt, endedAt] = [momentAt(exam.day, minutes.begunAt), momentAt(exam.day, minutes.endedAt)];
      if (endedAt <= begunAt) throw endsBeforeItBegins('endedAt');
      const listed = await tx.rows<Listed>(
        `SELECT d.enrollment_id, n.person_id, n.unit_id, n.class_id, d.outcome, d.violation, ${markOf('d.enrollment_id')} IS NOT NULL AS has_mark
         FROM exam_candidates d JOIN exams x ON x.id = d.exam_id JOIN enrollments n ON n.id = d.enrollment_id WHERE d.exam_id = $1 FOR UPDATE OF d`,
        [examId],
      );
      const changes = minutes.entries.flatMap(({ enrollmentId, outcome, violation = null }, index) => {
        const one = listed.find((candidate) => candidate.enrollmentId === enrollmentId);
        if (!one) throw notACandidate(`entries.${index}.outcome`);
        if (one.outcome === outcome && one.violation === violation) return [];
        assertNotAboutOneself(actor, one);
        if (one.hasMark && outcome !== 'sat') throw hasMark(`entries.${index}.outcome`);
        return [{ ...one, was: one.outcome, outcome, violation }];
      });
      await tx.execute(
        `UPDATE exam_candidates d SET outcome = c.outcome, violation = c.violation, recorded_at = $3, recorded_by = $4
         FROM jsonb_to_recordset($2::jsonb) AS c ("enrollmentId" uuid, outcome text, violation text)
         WHERE d.exam_id = $1 AND d.enrollment_id = c."enrollmentId"`,
        [examId, JSON.stringify(changes), now, actor.accountId],
      );
      const { papers, sheets, incidents = null } = minutes;
      await tx.execute(
        `UPDATE exams SET begun_at = $2, ended_at = $3, papers = $4, sheets = $5, incidents = $6, minutes_at = $7, minutes_by = $8 WHERE id = $1`,
        [examId, begunAt, endedAt, papers, sheets, incidents, now, actor.accountId],
      );
      const subject = { type: 'exam', id: examId };
      const isCorrection = exam.minutesAt !== null;
      await this.journal.write(
        tx,
        actor,
        {
          action: isCorrection ? examActions.minutes_corrected : examActions.minutes_taken,
          ...{ subject, classId: exam.classId, reason },
          facts: { papers, sheets, people: changes.length },
        },
        ...changes
          .filter(({ was, outcome, violation }) => was !== null || outcome !== 'sat' || violation !== null)
          .map(({ classId, personId, unitId, was, outcome }) => ({
            action: examActions.outcome_recorded,
            ...{ subject, classId, personId, unitId, reason },
            facts: { from: was, to: outcome },
          })),
      );
    });
  }
}
