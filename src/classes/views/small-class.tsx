import { Notice } from '../../platform/pages/notices';
import { useWords } from '../../platform/pages/page-context';
import type { SmallClass } from '../class-sizes.queries';
import { classWords } from '../classes.words';

/** "Lớp … mới có 12/20 người, còn 9 ngày", for each class. */
export function SmallClasses({
  classes,
  leadsToThem = false,
}: {
  classes: readonly SmallClass[];
  leadsToThem?: boolean;
}) {
  const say = useWords(classWords);
  if (classes.length === 0) return null;
  const sentenceOf = ({ name, held, minSize, daysLeft }: SmallClass) => say.tooSmall(name, held, minSize, daysLeft);
  return (
    <Notice tone="warning" heading={say.fewPeople}>
      <ul>
        {classes.map((small) => (
          <li>{leadsToThem ? <a href={`/classes/${small.id}`}>{sentenceOf(small)}</a> : sentenceOf(small)}</li>
        ))}
      </ul>
      <p>{say.fewPeopleNext}</p>
    </Notice>
  );
}
