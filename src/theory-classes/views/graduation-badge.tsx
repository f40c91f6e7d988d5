import { Badge } from '../../platform/pages/badges';
import { useWords } from '../../platform/pages/page-context';
import { gradeWords } from '../../training-records/training-record.labels';
import type { Graduation } from '../graduation';
import { theoryWords } from '../theory-classes.words';

/** The grade of who passed every module; for the others, what is the matter. */
export function GraduationBadge({ outcome, grade }: Omit<Graduation, 'average'>) {
  const say = useWords(theoryWords);
  const grades = useWords(gradeWords);
  if (outcome === 'incomplete') return <span class="quiet">{say.incomplete}</span>;
  if (outcome === 'failed') return <Badge tone="danger" text={say.failed} />;
  return <Badge tone="success" text={grade ? grades[grade] : say.passed} />;
}
