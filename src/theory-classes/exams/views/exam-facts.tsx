import { hasEnded } from '../../../classes/training-class.states';
import { showMoment, showTime } from '../../../platform/clock';
import { Badge } from '../../../platform/pages/badges';
import { Card, type Description, DescriptionList } from '../../../platform/pages/blocks';
import { Notice } from '../../../platform/pages/notices';
import { useWords } from '../../../platform/pages/page-context';
import { stageTones } from '../exam-stage';
import { examTime } from '../exam-title';
import type { ExamItem, Invigilator } from '../exams.queries';
import { examStageWords, examWords } from '../exams.words';

/** When, where and by whom; `more` is what only some readers are told. */
export function ExamFacts({ exam, more = [] }: { readonly exam: ExamItem; readonly more?: readonly Description[] }) {
  const say = useWords(examWords);
  const stages = useWords(examStageWords);
  const { stage, rooms, halfDayNumber, note, cancelledReason, classState } = exam;
  return (
    <>
      {cancelledReason !== null && (
        <Notice tone="warning">
          <p>{say.cancelledBecause(cancelledReason)}</p>
        </Notice>
      )}
      {hasEnded(classState) && (
        <Notice tone="info">
          <p>{say.sealed}</p>
        </Notice>
      )}
      <Card>
        <DescriptionList
          items={[
            { term: say.state, value: <Badge tone={stageTones[stage]} text={stages[stage]} /> },
            { term: say.when, value: examTime(exam) },
            ...(halfDayNumber === null ? [] : [{ term: say.halfDay, value: String(halfDayNumber) }]),
            {
              term: say.rooms,
              value:
                rooms.length > 0 &&
                rooms.map(({ name, address, sharedReason }) => (
                  <div>
                    {name}, {address}
                    {sharedReason && ` (${say.roomShared.toLowerCase()}: ${sharedReason})`}
                  </div>
                )),
            },
            ...more,
            ...(note === null ? [] : [{ term: say.note, value: note }]),
          ]}
        />
      </Card>
    </>
  );
}

/** Who keeps watch, with where and how to reach them: for who runs the class. */
export function useWatching({ invigilators, rooms }: ExamItem): Description {
  const say = useWords(examWords);
  const where = ({ roomId, phone }: Invigilator) =>
    [rooms.find((room) => room.roomId === roomId)?.name, phone].filter(Boolean).join(', ');
  return {
    term: say.invigilators,
    value:
      invigilators.length === 0
        ? say.nobodyWatches
        : invigilators.map((one) => (
            <div>
              {one.name}
              {where(one) && ` (${where(one)})`}
            </div>
          )),
  };
}

/** What the minutes say of the examination as a whole; nothing before they are taken. */
export function useMinutes({ begunAt, endedAt, minutesAt, ...exam }: ExamItem): Description[] {
  const say = useWords(examWords);
  if (begunAt === null || endedAt === null || minutesAt === null) return [];
  return [
    {
      term: say.minutes,
      value: `${showTime(begunAt)}–${showTime(endedAt)}. ${say.summary(exam.sat, exam.excused, exam.unexcused)}`,
    },
    { term: `${say.papers}, ${say.sheets.toLowerCase()}`, value: `${exam.papers}, ${exam.sheets}` },
    ...(exam.incidents === null ? [] : [{ term: say.incidents, value: exam.incidents }]),
    { term: say.takenBy, value: `${exam.minutesByName ?? ''} ${showMoment(minutesAt)}` },
  ];
}
