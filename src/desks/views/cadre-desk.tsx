import { groupNameWords } from '../../classes/groups/groups.words';
import type { OwnGroup } from '../../enrollments/groups/groups.queries';
import { halfDayTitle } from '../../enrollments/half-day-title';
import { AttendedSoFar } from '../../enrollments/views/attended';
import { LeaveStanding } from '../../enrollments/views/leave-at';
import { stateSentence } from '../../nominations/nominations.present';
import { type Day, daysBetween, showDay, showMoment } from '../../platform/clock';
import { Card } from '../../platform/pages/blocks';
import { ActionButton, LinkButton } from '../../platform/pages/forms';
import { Notice } from '../../platform/pages/notices';
import { useLocale, useWords } from '../../platform/pages/page-context';
import { Table } from '../../platform/pages/tables';
import { showNumber } from '../../theory-classes/exams/exam';
import { examTime, examTitle } from '../../theory-classes/exams/exam-title';
import type { OwnExamItem } from '../../theory-classes/exams/exams.queries';
import { examWords } from '../../theory-classes/exams/exams.words';
import type { TrainingRecordItem } from '../../training-records/training-records.queries';
import { validitySentence } from '../../training-records/training-records.words';
import type { NextHalfDay } from '../desk-half-days.queries';
import type { FollowedNomination } from '../desks.queries';
import type { LeaveReopened, OwedEssay, OwnLearning } from '../own-desk.queries';
import { cadreWords } from '../cadre-desk.words';
import { deskWords } from '../desks.words';
import { ClassLink, Desk, HalfDayName, useTimeAndPlace } from './desk';

export interface CadreDeskData {
  readonly personId: string;
  readonly nominations: readonly FollowedNomination[];
  readonly leave: readonly LeaveReopened[];
  readonly learning: readonly OwnLearning[];
  readonly next: readonly NextHalfDay[];
  readonly exams: readonly OwnExamItem[];
  readonly groups: readonly OwnGroup[];
  readonly essays: readonly OwedEssay[];
  readonly records: readonly TrainingRecordItem[];
  readonly today: Day;
}

export function CadreDesk(data: CadreDeskData) {
  const { personId, nominations, leave, learning, next, exams, groups, essays, records, today } = data;
  const say = useWords(cadreWords);
  const groupNames = useWords(groupNameWords);
  const locale = useLocale();
  return (
    <Desk
      title={useWords(deskWords).cadre}
      actions={
        <>
          <LinkButton href="/check-in" label={say.checkIn} tone="primary" />
          <LinkButton href="/leave-requests" label={say.leave} />
          <LinkButton href="/my-training-needs" label={say.needs} />
          <LinkButton href={`/people/${personId}`} label={say.ownRecord} />
        </>
      }
    >
      {essays.map(({ enrollmentId, className, dueAt, isSentBack }) => (
        <Notice tone="warning">
          <a href={`/enrollments/${enrollmentId}/essay`}>
            {isSentBack ? say.essaySentBack(className, showMoment(dueAt)) : say.essayDue(className, showMoment(dueAt))}
          </a>
        </Notice>
      ))}
      {leave.map(({ id, className, ...halfDay }) => (
        <Notice tone="warning">
          <p>
            <a href={`/leave-requests/${id}`}>{say.leaveReopened(halfDayTitle(halfDay, locale), className)}</a>
          </p>
          <ActionButton action={`/leave-requests/${id}/renewal`} label={say.askAgain} />
        </Notice>
      ))}
      <Card title={say.next} level={3} footer={<a href="/me/calendar">{say.calendar}</a>}>
        <NextHalfDays halfDays={next} />
      </Card>
      {exams.length > 0 && (
        <Card title={say.exams} level={3}>
          <OwnExams exams={exams} />
        </Card>
      )}
      {learning.length > 0 && (
        <Card title={say.learning} level={3}>
          <ul class="plain-list">
            {learning.map(({ enrollmentId, className, ...attended }) => (
              <li>
                <a href={`/enrollments/${enrollmentId}`}>{className}</a>: <AttendedSoFar attended={attended} />
              </li>
            ))}
          </ul>
        </Card>
      )}
      {groups.map(({ classId, className, number, name, roomName, leaderName, isLeader }) => (
        <Card title={say.groupIn(groupNames.group(number, name), className)} level={3}>
          <p>
            {[isLeader ? say.youLead : leaderName && say.ledBy(leaderName), roomName && say.meetsIn(roomName)]
              .filter(Boolean)
              .join(' ')}{' '}
            <a href={`/classes/${classId}`}>{say.groupTimetable}</a>
          </p>
        </Card>
      ))}
      <Card title={say.nominated} level={3}>
        <Nominations nominations={nominations} today={today} />
      </Card>
      <Card title={say.completed} level={3} footer={<a href="/my-training-record">{say.record}</a>}>
        <Completed records={records} today={today} />
      </Card>
    </Desk>
  );
}

function NextHalfDays({ halfDays }: { halfDays: readonly NextHalfDay[] }) {
  const say = useWords(cadreWords);
  const desk = useWords(deskWords);
  return (
    <Table
      caption={say.next}
      hidesCaption
      rows={halfDays}
      empty={{ title: say.noNext, next: say.noNextNext }}
      columns={[
        {
          label: desk.halfDay,
          isRowName: true,
          cell: (halfDay) => (
            <>
              <HalfDayName of={halfDay} /> <LeaveStanding leave={halfDay.leave} />
            </>
          ),
        },
        ...useTimeAndPlace<NextHalfDay>(),
        { label: desk.trainingClass, cell: ({ classId, className }) => <ClassLink id={classId} name={className} /> },
      ]}
    />
  );
}

function OwnExams({ exams }: { exams: readonly OwnExamItem[] }) {
  const say = useWords(cadreWords);
  const exam = useWords(examWords);
  const locale = useLocale();
  return (
    <Table
      caption={say.exams}
      hidesCaption
      rows={exams}
      empty={{ title: '' }}
      columns={[
        {
          label: exam.what,
          isRowName: true,
          cell: (one) => (
            <>
              <a href={`/exams/${one.id}`}>{examTitle(one, locale)}</a>
              <small class="choice-hint">{one.className}</small>
            </>
          ),
        },
        { label: exam.when, cell: examTime },
        { label: exam.room, cell: ({ place }) => place ?? exam.noRoom },
        {
          label: say.examPart,
          cell: ({ number }) => (number === null ? say.watches : say.sits(showNumber(number))),
        },
      ]}
    />
  );
}

function Nominations({ nominations, today }: Pick<CadreDeskData, 'nominations' | 'today'>) {
  const say = useWords(cadreWords);
  const desk = useWords(deskWords);
  const locale = useLocale();
  const opening = (day: Day) => (day < today ? showDay(day) : desk.opensIn(daysBetween(today, day), showDay(day)));
  return (
    <Table
      caption={say.nominated}
      hidesCaption
      rows={nominations}
      empty={{ title: say.notNominated, next: say.notNominatedNext }}
      columns={[
        {
          label: desk.trainingClass,
          isRowName: true,
          cell: ({ id, className }) => <a href={`/nominations/${id}`}>{className}</a>,
        },
        { label: desk.state, cell: (nomination) => stateSentence(nomination)[locale] },
        { label: desk.opening, cell: ({ opensOn }) => opening(opensOn) },
      ]}
    />
  );
}

function Completed({ records, today }: Pick<CadreDeskData, 'records' | 'today'>) {
  const say = useWords(cadreWords);
  const locale = useLocale();
  return (
    <Table
      caption={say.completed}
      hidesCaption
      rows={records}
      empty={{ title: say.noCompleted, next: say.noCompletedNext }}
      columns={[
        {
          label: say.course,
          isRowName: true,
          cell: ({ courseName, courseNameEn }) => (locale === 'vi' ? courseName : courseNameEn),
        },
        { label: say.endedOn, cell: ({ endedOn }) => showDay(endedOn) },
        { label: say.number, cell: ({ awardNumber }) => awardNumber ?? <span class="quiet">{say.noNumber}</span> },
        {
          label: say.validity,
          cell: (award) => (award.awardNumber ?? award.awardRevokedOn) && validitySentence(award, today, locale),
        },
      ]}
    />
  );
}
