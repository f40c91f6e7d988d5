import { showMark } from '../../../enrollments/show-mark';
import { maySeePerson } from '../../../people/people.policy';
import type { Actor } from '../../../platform/access/actor';
import { type Day, showMoment } from '../../../platform/clock';
import { Badge } from '../../../platform/pages/badges';
import { Card, DescriptionList, PageHeader } from '../../../platform/pages/blocks';
import type { FormValues } from '../../../platform/pages/form-scope';
import { LinkButton } from '../../../platform/pages/forms';
import { Problem } from '../../../platform/pages/notices';
import { useLocale, useWords } from '../../../platform/pages/page-context';
import type { Refusal } from '../../../platform/problems/refusal';
import { isLedToScans } from '../../../scans/scans.policy';
import { gradeWords } from '../../../training-records/training-record.labels';
import { completionWords } from '../../completions.words';
import { shareOrNone } from '../../../platform/messages/percentage';
import { Reasons } from '../../views/reasons';
import { amendmentWords } from '../amendments.words';
import type { AmendmentOutcome } from '../amendments.service';
import type { ResultInFull } from '../results-in-full.queries';
import { AmendmentForm } from './amendment-form';
import { History, WouldBe } from './history';

interface Props {
  readonly result: ResultInFull;
  readonly actor: Actor;
  readonly today: Day;
  readonly typed: FormValues;
  /** What the decision that was typed would change; null where nobody asked. */
  readonly outcome: AmendmentOutcome | null;
  readonly refusal: Refusal | null;
}

export function ResultPage({ result, actor, today, typed, outcome, refusal }: Props) {
  const say = useWords(amendmentWords);
  const { fullName, personId, unitId, unitName, trainingClass, amendments, facts } = result;
  const { name, id: classId } = trainingClass;
  return (
    <>
      <PageHeader
        title={fullName}
        subtitle={`${unitName} – ${name}`}
        back={{ href: `/classes/${classId}/completion`, label: say.backToResults }}
        actions={
          maySeePerson(actor, { id: personId, unitId }) && (
            <LinkButton href={`/people/${personId}/training-record`} label={say.record} />
          )
        }
      />
      <Problem refusal={refusal} />
      {outcome && <WouldBe {...outcome} />}
      <Card title={say.result}>
        <Outcome {...result} />
      </Card>
      {amendments.length > 0 && <History amendments={amendments} opensScans={isLedToScans(actor, unitId)} />}
      {facts && (
        <AmendmentForm
          completionId={result.id}
          facts={facts}
          completed={result.completed}
          today={today}
          typed={typed}
          refusal={refusal}
        />
      )}
    </>
  );
}

function Outcome({
  completed,
  grade,
  averageMark,
  absentShare,
  reasons,
  override,
  judgedAt,
  certificateId,
  certificateNumber,
  amended,
}: ResultInFull) {
  const say = useWords(amendmentWords);
  const ofResult = useWords(completionWords);
  const ofGrade = useWords(gradeWords);
  const locale = useLocale();
  return (
    <DescriptionList
      items={[
        {
          term: ofResult.result,
          value: (
            <>
              <Badge
                tone={completed ? 'success' : 'neutral'}
                text={completed ? ofResult.completed : ofResult.notCompleted}
              />{' '}
              {amended > 0 && <Badge tone="info" text={say.amended(amended)} />}
            </>
          ),
        },
        ...(grade ? [{ term: ofResult.grade, value: ofGrade[grade] }] : []),
        ...(averageMark === null ? [] : [{ term: ofResult.averageMark, value: showMark(averageMark, locale) }]),
        { term: ofResult.absent, value: shareOrNone(absentShare, locale) },
        { term: ofResult.reasons, value: <Reasons reasons={reasons} override={override} /> },
        ...(certificateId
          ? [{ term: say.certificate, value: <a href={`/certificates/${certificateId}`}>{certificateNumber}</a> }]
          : []),
        { term: say.judgedAt, value: showMoment(judgedAt) },
      ]}
    />
  );
}
