import { type ClassState, hasEnded } from '../../classes/training-class.states';
import type { CourseKind } from '../../courses/course.entity';
import type { Actor } from '../../platform/access/actor';
import { dayOf, type Day } from '../../platform/clock';
import type { Tx } from '../../platform/database/database';
import { NotAllowed, NotFound } from '../../platform/problems/refusals';
import type { Attempt } from '../mark-sheet';
import { ExamCancelled, ExamsSealed, NothingExaminedHere } from './exams.refusals';

type May = (actor: Actor, classId: string) => boolean;

export interface HeldExam {
  readonly id: string;
  readonly classId: string;
  readonly moduleId: string | null;
  readonly attempt: Attempt;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly day: Day;
  readonly during: string;
  readonly halfDayId: string | null;
  readonly minutesAt: Date | null;
}

/** Holds a class open until the end of the transaction. @throws NotFound | NotAllowed | NothingExaminedHere | ExamsSealed */
export async function holdClass(
  tx: Tx,
  actor: Actor,
  classId: string,
  may: May,
): Promise<{ readonly state: ClassState; readonly kind: CourseKind; readonly roomId: string | null }> {
  const [trainingClass] = await tx.rows<{ state: ClassState; kind: CourseKind; roomId: string | null }>(
    `SELECT c.state, o.kind, c.room_id FROM classes c JOIN courses o ON o.id = c.course_id WHERE c.id = $1 FOR SHARE OF c`,
    [classId],
  );
  if (!trainingClass) throw new NotFound();
  if (!may(actor, classId)) throw new NotAllowed();
  if (trainingClass.kind === 'study_session') throw new NothingExaminedHere();
  if (hasEnded(trainingClass.state)) throw new ExamsSealed();
  return trainingClass;
}

/** Its class first, as everywhere; then the examination alone. @throws what {@link holdClass} throws | ExamCancelled */
export async function holdExam(
  tx: Tx,
  actor: Actor,
  id: string,
  may: May,
): Promise<HeldExam & { readonly state: ClassState; readonly usualRoomId: string | null }> {
  const [place] = await tx.rows<{ classId: string }>(`SELECT class_id FROM exams WHERE id = $1`, [id]);
  if (!place) throw new NotFound();
  const { state, roomId: usualRoomId } = await holdClass(tx, actor, place.classId, may);
  const { cancelledAt, ...exam } = await tx.row<Omit<HeldExam, 'day'> & { cancelledAt: Date | null }>(
    `SELECT id, class_id, module_id, attempt, lower(during) AS starts_at, upper(during) AS ends_at, during, half_day_id, minutes_at, cancelled_at
     FROM exams WHERE id = $1 FOR UPDATE`,
    [id],
  );
  if (cancelledAt !== null) throw new ExamCancelled();
  return { ...exam, day: dayOf(exam.startsAt), state, usualRoomId };
}
