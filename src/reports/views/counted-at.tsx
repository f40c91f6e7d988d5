import { showMoment } from '../../platform/clock';
import { LinkButton } from '../../platform/pages/forms';
import { useWords } from '../../platform/pages/page-context';
import { reportWords } from '../reports.words';

/** When numbers were counted that are not counted as they are asked for, and for whoever may, the way to have them counted anew. */
export function CountedAt({ countedAt, mayRecount }: { countedAt: Date | null; mayRecount: boolean }) {
  const say = useWords(reportWords);
  if (countedAt === null) return null;
  return (
    <div class="actions page-actions">
      <span>{say.countedAt(showMoment(countedAt))}</span>
      {mayRecount && <LinkButton href="/reports/recount" label={say.recount} />}
    </div>
  );
}
