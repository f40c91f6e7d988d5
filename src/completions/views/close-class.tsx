import { theoryLevelWords } from '../../people/person.labels';
import { showDay } from '../../platform/clock';
import { Card } from '../../platform/pages/blocks';
import { ActionButton, LinkButton } from '../../platform/pages/forms';
import { Notice } from '../../platform/pages/notices';
import { useWords } from '../../platform/pages/page-context';
import type { ClosingPreview } from '../closing-preview.queries';
import type { ClosingPlan } from '../closings.queries';
import { completionWords } from '../completions.words';

/** What closing will do, and the button that asks for it. */
export function CloseClass({
  plan: { trainingClass, course },
  preview: { completed, notCompleted, notMarked, essaysToMark },
  isOver,
}: {
  plan: ClosingPlan;
  preview: ClosingPreview;
  isOver: boolean;
}) {
  const say = useWords(completionWords);
  const ofTheoryLevel = useWords(theoryLevelWords);
  const steps = [
    say.closingJudges(completed + notCompleted),
    course.award === 'certificate' && say.closingCertifies,
    course.award === 'diploma' && say.closingOpensDiplomas,
    course.raisesTo && say.closingRaises(ofTheoryLevel[course.raisesTo]),
    say.closingRecords,
    say.closingTells,
    say.closingLocks,
  ].filter((step): step is string => Boolean(step));
  return (
    <Card title={say.closeClass}>
      <p>{say.closingDoes}</p>
      <ul>
        {steps.map((step) => (
          <li>{step}</li>
        ))}
      </ul>
      {notMarked > 0 && (
        <Notice tone="warning">
          <p>{say.notMarked(notMarked)}</p>
          <LinkButton href={`/classes/${trainingClass.id}/attendance`} label={say.takeAttendance} />
        </Notice>
      )}
      {essaysToMark > 0 && (
        <Notice tone="warning">
          <p>{say.essaysToMark(essaysToMark)}</p>
          <LinkButton href={`/classes/${trainingClass.id}/essays`} label={say.markEssays} />
        </Notice>
      )}
      {isOver ? (
        <ActionButton
          action={`/classes/${trainingClass.id}/completion`}
          label={say.closeClass}
          tone="primary"
          confirm={say.closeConfirm(completed, notCompleted)}
          confirmLabel={say.closeNow}
        />
      ) : (
        <Notice tone="info">
          <p>{say.notOverYet(showDay(trainingClass.closesOn))}</p>
        </Notice>
      )}
    </Card>
  );
}
