import { Injectable } from '@nestjs/common';
import { type ClassItem, ClassesQueries } from '../classes/classes.queries';
import { type CourseItem, type CourseRule, CoursesQueries } from '../courses/courses.queries';
import { type Day, dayOf } from '../platform/clock';
import type { Tx } from '../platform/database/database';
import { NotFound } from '../platform/problems/refusals';
import { type AwardGiven, awardOf } from './award';

/** Everything about a class that closing it needs and that the people in it do not change. */
export interface ClosingPlan {
  readonly trainingClass: ClassItem;
  readonly course: CourseItem;
  /** The completion rules of the day the class opened: what people were told when they came. */
  readonly rules: readonly CourseRule[];
}

/** A closing somebody asked for and that is not finished. */
export interface Closing {
  readonly longJobId: string;
  readonly classId: string;
  readonly requestedAt: Date;
  readonly requestedBy: string | null;
  /** How many were judged. */
  readonly done: number;
}

/** The kind of long job that closes a class; its subject is the class. */
export const closingKind = 'completions.close_class';

@Injectable()
export class ClosingsQueries {
  constructor(
    private readonly classes: ClassesQueries,
    private readonly courses: CoursesQueries,
  ) {}

  async plan(classId: string): Promise<ClosingPlan> {
    const trainingClass = await this.classes.class(classId);
    const course = trainingClass && (await this.courses.course(trainingClass.courseId));
    if (!trainingClass || !course) throw new NotFound();
    return { trainingClass, course, rules: await this.rules(trainingClass) };
  }

  async rules(
    { courseId, opensOn }: { readonly courseId: string; readonly opensOn: Day },
    tx?: Tx,
  ): Promise<CourseRule[]> {
    return this.courses.rulesInForce(courseId, 'completion', opensOn, tx);
  }

  /** What those who complete receive when a class of the course is closed at a moment. @throws AwardRuleMissing */
  async award(courseId: string, at: Date, tx?: Tx): Promise<AwardGiven> {
    const course = await this.courses.course(courseId, tx);
    return awardOf(course!.award, await this.courses.rulesInForce(courseId, 'award', dayOf(at), tx));
  }

  /** When the last half-day of a class ends; null when it has none. */
  async lastHalfDayEnd(tx: Tx, classId: string): Promise<Date | null> {
    const row = await tx.row<{ end: Date | null }>(
      `SELECT max(upper(during)) AS "end" FROM half_days WHERE class_id = $1 AND cancelled_at IS NULL`,
      [classId],
    );
    return row.end;
  }

  async isClosed(tx: Tx, classId: string): Promise<boolean> {
    const row = await tx.row<{ isClosed: boolean }>(`SELECT state = 'closed' AS is_closed FROM classes WHERE id = $1`, [
      classId,
    ]);
    return row.isClosed;
  }

  /** @param lock holds the job's row, so that one worker at a time is at it; skipping, null while another one is */
  async closing(
    tx: Tx,
    longJobId: string,
    lock: '' | 'FOR UPDATE' | 'FOR UPDATE SKIP LOCKED' = '',
  ): Promise<Closing | null> {
    const [closing] = await tx.rows<Closing>(
      `SELECT id AS long_job_id, subject_id AS class_id, requested_at, requested_by, done
       FROM long_jobs WHERE id = $1 AND kind = $2 AND state IN ('queued', 'running') ${lock}`,
      [longJobId, closingKind],
    );
    return closing ?? null;
  }
}
