import { halfDayTitle } from '../../../enrollments/half-day-title';
import { markWords } from '../../../enrollments/attendance.words';
import { showMark } from '../../../enrollments/show-mark';
import { showDay } from '../../../platform/clock';
import { Card, Timeline } from '../../../platform/pages/blocks';
import { Notice } from '../../../platform/pages/notices';
import { useLocale, useWords } from '../../../platform/pages/page-context';
import { ScansLink } from '../../../scans/views/scans-link';
import { theoryWords } from '../../../theory-classes/theory-classes.words';
import { gradeWords } from '../../../training-records/training-record.labels';
import { completionWords } from '../../completions.words';
import type { Judgement } from '../../judge';
import { shareOrNone } from '../../../platform/messages/percentage';
import type { Amendment } from '../amendments.queries';
import type { AmendmentOutcome } from '../amendments.service';
import { amendmentWords } from '../amendments.words';

export function History({ amendments, opensScans }: { amendments: readonly Amendment[]; opensScans: boolean }) {
  const say = useWords(amendmentWords);
  return (
    <Card title={say.history}>
      <Timeline
        entries={amendments.map((amendment) => ({
          at: amendment.amendedAt,
          who: amendment.amendedByName ?? say.byService,
          what: <Amended {...amendment} opensScans={opensScans} />,
          reason: amendment.reason,
        }))}
      />
    </Card>
  );
}

/** What a decision would change, before anything is recorded. */
export function WouldBe({ was, became, certificateEnded, isCertificateIssued }: AmendmentOutcome) {
  const say = useWords(amendmentWords);
  const resultOf = useResult();
  const locale = useLocale();
  const shareOf = ({ absentShare }: Judgement) => say.absentShare(shareOrNone(absentShare, locale));
  return (
    <Notice tone="warning" role="status" isFocused>
      <p>{say.wouldBe}</p>
      <ul>
        <li>{say.from(`${resultOf(was)}, ${shareOf(was)}`)}</li>
        <li>
          <strong>{say.to(`${resultOf(became)}, ${shareOf(became)}`)}</strong>
        </li>
        {certificateEnded && <li>{say.wouldEnd(certificateEnded)}</li>}
        {isCertificateIssued && <li>{say.wouldIssue}</li>}
        {!certificateEnded && !isCertificateIssued && <li>{say.sameCertificate}</li>}
      </ul>
      <p>{say.scanAgain}</p>
    </Notice>
  );
}

function Amended({
  id,
  decision,
  decidedOn,
  authority,
  was,
  became,
  opensScans,
  ...said
}: Amendment & { opensScans: boolean }) {
  const say = useWords(amendmentWords);
  const resultOf = useResult();
  return (
    <>
      <strong>{say.byDecision(decision, showDay(decidedOn), authority)}</strong>{' '}
      {opensScans && <ScansLink kind="completion_amendment" paperId={id} />}
      <ul>
        {useWhat(said).map((line) => (
          <li>{line}</li>
        ))}
        <li>{say.from(resultOf(was))}</li>
        <li>
          <strong>{say.to(resultOf(became))}</strong>
        </li>
      </ul>
    </>
  );
}

/** What a decision said of the facts, a line each. */
function useWhat({
  attendance,
  marks,
  essay,
  completes,
}: Pick<Amendment, 'attendance' | 'marks' | 'essay' | 'completes'>) {
  const say = useWords(amendmentWords);
  const ofMark = useWords(markWords);
  const ofModule = useWords(theoryWords);
  const locale = useLocale();
  const ofEssay = essay && [
    say.essayOn(showDay(essay.handedInOn)),
    essay.mark === null ? null : say.essayMarked(showMark(essay.mark, locale)),
    essay.decision === 'accepted' ? say.essayAccepted : null,
  ];
  return [
    ...attendance.map(({ mark, ...halfDay }) => say.attended(halfDayTitle(halfDay, locale), ofMark[mark])),
    ...marks.map(({ number, name, attempt, mark }) =>
      say.marked(`${number}. ${name}`, attempt === 1 ? ofModule.first : ofModule.resit, showMark(mark, locale)),
    ),
    ...(ofEssay ? [ofEssay.filter(Boolean).join(', ')] : []),
    ...(completes === null ? [] : [completes ? say.completesBy : say.completesNoMore]),
  ];
}

function useResult(): (judgement: Judgement) => string {
  const ofResult = useWords(completionWords);
  const ofGrade = useWords(gradeWords);
  const locale = useLocale();
  return ({ completed, grade, averageMark }) =>
    [
      completed ? ofResult.completed : ofResult.notCompleted,
      grade && ofGrade[grade],
      averageMark === null ? null : `${ofResult.averageMark} ${showMark(averageMark, locale)}`,
    ]
      .filter(Boolean)
      .join('; ');
}
