import type { ClassItem } from '../../classes/classes.queries';
import { groupNameWords } from '../../classes/groups/groups.words';
import type { Actor } from '../../platform/access/actor';
import { dayOf, showTime } from '../../platform/clock';
import { Badge } from '../../platform/pages/badges';
import { Card } from '../../platform/pages/blocks';
import { LinkButton } from '../../platform/pages/forms';
import { useLocale, useWords } from '../../platform/pages/page-context';
import { type Column, Table } from '../../platform/pages/tables';
import type { AttendanceMark } from '../attendance-line.entity';
import type { HalfDaySheet } from '../attendance.queries';
import { attendanceWords, choiceWords, markWords } from '../attendance.words';
import { halfDayTitle } from '../half-day-title';
import { halfDayWords } from '../half-days.words';
import { AttendancePlot } from './attendance-plot';
import { ClassFrame } from '../../classes/views/class-frame';

interface Props {
  readonly item: ClassItem;
  readonly actor: Actor;
  readonly sheets: readonly HalfDaySheet[];
  readonly now: Date;
  readonly mayMark: boolean;
  /** Whether of the whole class: workbooks and leave are for all of it. */
  readonly runsClass: boolean;
  /** Whether the office may move or cancel half-days from here. */
  readonly mayChange: boolean;
}

/** The half-days of a class: those of today as large buttons, then all of them with how complete each is. */
export function AttendanceDays({ item, actor, sheets, now, mayMark, runsClass, mayChange }: Props) {
  const say = useWords(attendanceWords);
  const short = useWords(choiceWords);
  const marks = useWords(markWords);
  const halfDays = useWords(halfDayWords);
  const groups = useWords(groupNameWords);
  const locale = useLocale();
  const held = sheets.filter(({ cancelledAt }) => cancelledAt === null);
  // Before its time, and once it is cancelled, there is nothing to count.
  const count = (mark: AttendanceMark) => (sheet: HalfDaySheet) =>
    sheet.cancelledAt || sheet.opensAt > now ? null : sheet[mark];
  const change: Column<HalfDaySheet> = {
    label: halfDays.edit,
    hidesLabel: true,
    cell: ({ id, cancelledAt }) =>
      cancelledAt === null && (
        <a class="text-nowrap" href={`/half-days/${id}/edit`}>
          {halfDays.editShort}
        </a>
      ),
  };
  const todays = held.filter(({ day }) => day === dayOf(now));
  return (
    <ClassFrame item={item} actor={actor} current="attendance">
      {runsClass && (
        <div class="actions sheet-ways">
          <LinkButton href={`/classes/${item.id}/attendance-imports`} label={say.workbookUpload} />
          <LinkButton href={`/classes/${item.id}/attendance-workbook`} label={say.classWorkbook} />
          <LinkButton href={`/leave-requests?classId=${item.id}`} label={say.leaveRequests} />
        </div>
      )}
      {todays.map((sheet) => (
        <TodayCard sheet={sheet} mayMark={mayMark} />
      ))}
      <AttendancePlot sheets={sheets.filter(({ opensAt }) => opensAt <= now)} />
      <Table
        caption={say.allHalfDays}
        list="whole"
        rows={sheets}
        columns={[
          {
            label: say.halfDay,
            isRowName: true,
            cell: (sheet) => (
              <>
                <a href={`/half-days/${sheet.id}/attendance`}>
                  {halfDayTitle(sheet, locale)}
                  {sheet.groupNumbers && <span class="visually-hidden"> – {groups.ofGroups(sheet.groupNumbers)}</span>}
                </a>
                {sheet.groupNumbers && <small class="choice-hint">{groups.ofGroups(sheet.groupNumbers)}</small>}
              </>
            ),
          },
          { label: say.hours, cell: (sheet) => <span class="text-nowrap">{hours(sheet)}</span> },
          { label: say.topic, cell: ({ topic }) => topic },
          { label: short.present, isNumber: true, cell: count('present') },
          { label: short.excused, isNumber: true, cell: count('excused') },
          { label: short.unexcused, isNumber: true, cell: count('unexcused') },
          { label: marks.unmarked, isNumber: true, cell: count('unmarked') },
          { label: say.state, cell: (sheet) => <Completeness sheet={sheet} now={now} /> },
          ...(mayChange ? [change] : []),
        ]}
        empty={{ title: say.noHalfDays, next: say.noHalfDaysNext }}
      />
    </ClassFrame>
  );
}

function TodayCard({ sheet, mayMark }: { sheet: HalfDaySheet; mayMark: boolean }) {
  const say = useWords(attendanceWords);
  const locale = useLocale();
  const groups = useWords(groupNameWords);
  const ofGroups = sheet.groupNumbers ? `, ${groups.ofGroups(sheet.groupNumbers)}` : '';
  return (
    <Card title={`${say.today}: ${halfDayTitle(sheet, locale)}, ${hours(sheet)}${ofGroups}`}>
      {sheet.topic && <p>{sheet.topic}</p>}
      <p>{say.peopleMarked(sheet.people - sheet.unmarked, sheet.people)}</p>
      <LinkButton
        href={`/half-days/${sheet.id}/attendance`}
        label={mayMark ? say.takeAttendance : say.seeAttendance}
        tone="primary"
      />
    </Card>
  );
}

function Completeness({ sheet, now }: { sheet: HalfDaySheet; now: Date }) {
  const say = useWords(attendanceWords);
  if (sheet.cancelledAt) return <Badge text={say.cancelled} />;
  if (sheet.people === 0) return <Badge text={say.noPeople} />;
  if (sheet.opensAt > now) return <Badge text={say.notYet} />;
  if (sheet.unmarked === 0) return <Badge tone="success" text={say.complete} />;
  return <Badge tone="warning" text={say.missing(sheet.unmarked)} />;
}

export const hours = ({ startsAt, endsAt }: Pick<HalfDaySheet, 'startsAt' | 'endsAt'>) =>
  `${showTime(startsAt)}–${showTime(endsAt)}`;
