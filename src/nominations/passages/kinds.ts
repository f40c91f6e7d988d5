import type { TrainingClass } from '../../classes/training-class.entity';
import type { Tx } from '../../platform/database/database';
import { StudySessionStaysWhole } from './passages.refusals';

/** @throws StudySessionStaysWhole */
export async function assertNotStudySession(tx: Tx, { courseId }: TrainingClass): Promise<void> {
  const { kind } = await tx.row<{ kind: string }>('SELECT kind FROM courses WHERE id = $1', [courseId]);
  if (kind === 'study_session') throw new StudySessionStaysWhole();
}
