import { groupNameWords } from '../../classes/groups/groups.words';
import type { ManagedGroup } from '../../enrollments/groups/groups.queries';
import type { ScansWaiting } from '../../enrollments/scans-waiting.queries';
import { ScansWaitingNotice } from '../../enrollments/views/scans-waiting';
import { StageBadge } from '../../classes/views/stage-badge';
import { showDay } from '../../platform/clock';
import { Badge } from '../../platform/pages/badges';
import { Card } from '../../platform/pages/blocks';
import { LinkButton } from '../../platform/pages/forms';
import { Notice } from '../../platform/pages/notices';
import { useWords } from '../../platform/pages/page-context';
import { type Column, Table } from '../../platform/pages/tables';
import type { DeskHalfDay } from '../desk-half-days.queries';
import type { ClassUnderWay, LeaveOfClasses } from '../desks.queries';
import { deskWords } from '../desks.words';
import { managerWords } from '../manager-desk.words';
import { ClassLink, Desk, HalfDayName, useTimeAndPlace } from './desk';

export interface ManagerDeskData {
  /** Groups of classes that are looked after without the class. */
  readonly groups: readonly ManagedGroup[];
  readonly classes: readonly ClassUnderWay[];
  readonly today: readonly DeskHalfDay[];
  readonly next: readonly DeskHalfDay[];
  readonly unmarked: readonly DeskHalfDay[];
  readonly leave: LeaveOfClasses;
  readonly scans: ScansWaiting;
}

export function ManagerDesk({ groups, classes, today, next, unmarked, leave, scans }: ManagerDeskData) {
  const say = useWords(managerWords);
  const desk = useWords(deskWords);
  const names = useWords(groupNameWords);
  return (
    <Desk title={desk.manager} actions={<LinkButton href="/rooms/today" label={desk.roomsToday} />}>
      {leave.toDecide > 0 && (
        <Notice tone="warning">
          <a href="/leave-requests?state=asked&waitsFor=classes">{say.leaveToDecide(leave.toDecide)}</a>
        </Notice>
      )}
      {leave.reopened > 0 && (
        <Notice tone="info">
          <a href="/leave-requests?state=reopened&waitsFor=classes">{say.leaveReopened(leave.reopened)}</a>
        </Notice>
      )}
      <ScansWaitingNotice waiting={scans} waitsFor="classes" />
      {groups.map(({ classId, className, number, name, people }) => (
        <Card title={say.groupIn(names.group(number, name), className)} level={3}>
          <p>{say.peopleInGroup(people)}</p>
          <div class="actions">
            <LinkButton href={`/classes/${classId}/attendance`} label={say.takeAttendance} tone="primary" />
            <LinkButton href={`/classes/${classId}/roster?group=${number}`} label={say.groupRoster} />
          </div>
        </Card>
      ))}
      <Card title={say.today} level={3}>
        <HalfDays
          caption={say.today}
          halfDays={today}
          attendance="primary"
          empty={{ title: say.noneToday, next: say.noneTodayNext }}
        />
      </Card>
      {unmarked.length > 0 && (
        <Card title={say.unmarked} level={3}>
          <HalfDays caption={say.unmarked} halfDays={unmarked} attendance="plain" empty={{ title: say.noneToday }} />
        </Card>
      )}
      <Card title={say.next} level={3} footer={<a href="/me/calendar">{say.calendar}</a>}>
        <HalfDays caption={say.next} halfDays={next} empty={{ title: say.noneNext, next: say.noneNextNext }} />
      </Card>
      {(classes.length > 0 || groups.length === 0) && (
        <Card title={say.classes} level={3}>
          <Classes classes={classes} />
        </Card>
      )}
    </Desk>
  );
}

export function HalfDays({
  caption,
  halfDays,
  attendance,
  empty,
}: {
  caption: string;
  halfDays: readonly DeskHalfDay[];
  /** How the button to the attendance looks; left out where it cannot be taken yet. */
  attendance?: 'primary' | 'plain';
  empty: { readonly title: string; readonly next?: string };
}) {
  const say = useWords(managerWords);
  const desk = useWords(deskWords);
  const take: readonly Column<DeskHalfDay>[] = attendance
    ? [
        { label: say.attendance, cell: (halfDay) => <Marked of={halfDay} /> },
        {
          label: desk.actions,
          cell: ({ id }) => (
            <LinkButton href={`/half-days/${id}/attendance`} label={say.takeAttendance} tone={attendance} />
          ),
        },
      ]
    : [];
  return (
    <Table
      caption={caption}
      hidesCaption
      rows={halfDays}
      empty={empty}
      columns={[
        { label: desk.halfDay, isRowName: true, cell: (halfDay) => <HalfDayName of={halfDay} /> },
        { label: desk.trainingClass, cell: ({ classId, className }) => <ClassLink id={classId} name={className} /> },
        ...useTimeAndPlace<DeskHalfDay>(),
        ...take,
      ]}
    />
  );
}

function Marked({ of: { people, unmarked } }: { of: DeskHalfDay }) {
  const say = useWords(managerWords);
  if (people === 0) return <span class="quiet">{say.noLearners}</span>;
  return <Badge tone={unmarked > 0 ? 'warning' : 'success'} text={say.marked(people - unmarked, people)} />;
}

function Classes({ classes }: { classes: readonly ClassUnderWay[] }) {
  const say = useWords(managerWords);
  const desk = useWords(deskWords);
  return (
    <Table
      caption={say.classes}
      hidesCaption
      rows={classes}
      empty={{ title: say.noClasses, next: say.noClassesNext }}
      columns={[
        { label: desk.trainingClass, isRowName: true, cell: ({ id, name }) => <ClassLink id={id} name={name} /> },
        { label: desk.state, cell: ({ stage }) => <StageBadge stage={stage} /> },
        { label: say.days, cell: ({ opensOn, closesOn }) => desk.fromTo(showDay(opensOn), showDay(closesOn)) },
        { label: say.learners, isNumber: true, cell: ({ enrolled }) => enrolled },
        {
          label: say.roster,
          hidesLabel: true,
          cell: ({ id }) => <ClassLink id={id} part="/roster" name={say.roster} />,
        },
      ]}
    />
  );
}
