import { showMoment } from '../../platform/clock';
import type { LastLook } from '../../platform/jobs/recurring-looks';
import { Notice } from '../../platform/pages/notices';
import { useWords } from '../../platform/pages/page-context';
import { officeWords } from '../office-desk.words';

/** Whether the service does by itself what it should: one sentence, and no more than that while all is well. */
export function AutomaticWork({ looks }: { looks: readonly LastLook[] }) {
  const say = useWords(officeWords);
  const late = looks.filter(({ isOverdue, isBehind }) => isOverdue || isBehind);
  if (late.length > 0)
    return (
      <Notice tone="warning">
        <p>{say.automaticWorkLate}</p>
      </Notice>
    );
  const last = looks.flatMap(({ doneAt }) => doneAt ?? []).toSorted((one, other) => other.getTime() - one.getTime())[0];
  return <p class="quiet">{last ? say.automaticWorkGoesOn(showMoment(last)) : say.automaticWorkBegins}</p>;
}
