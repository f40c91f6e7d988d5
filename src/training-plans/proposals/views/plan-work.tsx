import { showDay } from '../../../platform/clock';
import { Notice } from '../../../platform/pages/notices';
import { useWords } from '../../../platform/pages/page-context';
import type { PlanWork } from '../plan-work.queries';
import { proposalWords } from '../proposals.words';

/** On a desk: what of the yearly plans waits for its reader. */
export function PlanWorkNotice({ work, of }: { work: readonly PlanWork[]; of: 'office' | 'group' | 'unit' }) {
  const say = useWords(proposalWords);
  const lines = work.flatMap(({ year, lastDay, silent, waiting, toConfirm }) => [
    ...(silent > 0 && of === 'unit' ? [{ to: `${year}/proposals`, text: say.answerDue(year, showDay(lastDay)) }] : []),
    ...(silent > 0 && of === 'group' ? [{ to: `${year}`, text: say.silentUnits(silent, year, showDay(lastDay)) }] : []),
    ...(waiting > 0 && of === 'office'
      ? [{ to: `${year}/proposals?state=proposed`, text: say.proposalsWait(waiting, year) }]
      : []),
    ...(toConfirm > 0 && of !== 'unit' ? [{ to: `${year}`, text: say.linesWait(toConfirm, year) }] : []),
  ]);
  if (lines.length === 0) return null;
  return (
    <Notice tone="info">
      {lines.map(({ to, text }) => (
        <p>
          <a href={`/training-plans/${to}`}>{text}</a>
        </p>
      ))}
    </Notice>
  );
}
