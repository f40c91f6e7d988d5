import { addUp, type StudyTotals } from '../study-sessions/participation';
import type { Participation } from '../study-sessions/participation.queries';

/** One line a study, over the units in the report. */
export function studiesOf(participation: readonly Participation[]): (Participation & StudyTotals)[] {
  return [...new Set(participation.map(({ classId }) => classId))].map((classId) => {
    const parts = participation.filter((part) => part.classId === classId);
    return { ...parts[0]!, ...addUp(parts) };
  });
}
