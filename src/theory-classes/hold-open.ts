import { type ClassState, hasEnded } from '../classes/training-class.states';
import { hasMarks } from '../classes/class-marks';
import type { Actor } from '../platform/access/actor';
import type { Tx } from '../platform/database/database';
import { NotAllowed, NotFound } from '../platform/problems/refusals';
import { MarksLocked, NotATheoryClass } from './theory-classes.refusals';

/**
 * Holds a class with marks open until the end of the transaction: nobody can close it meanwhile.
 * @throws NotFound | NotAllowed | NotATheoryClass | MarksLocked
 */
export async function holdOpen(
  tx: Tx,
  actor: Actor,
  classId: string,
  may: (actor: Actor, classId: string) => boolean,
): Promise<void> {
  const [trainingClass] = await tx.rows<{ state: ClassState; hasMarks: boolean }>(
    `SELECT c.state, ${hasMarks} AS has_marks FROM classes c JOIN courses k ON k.id = c.course_id WHERE c.id = $1 FOR SHARE OF c`,
    [classId],
  );
  if (!trainingClass) throw new NotFound();
  if (!may(actor, classId)) throw new NotAllowed();
  if (!trainingClass.hasMarks) throw new NotATheoryClass();
  if (hasEnded(trainingClass.state)) throw new MarksLocked();
}
