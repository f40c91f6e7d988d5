import { dayPartWords, weekdayWords } from '../../classes/classes.labels';
import { dayParts } from '../../classes/day-parts';
import { groupNameWords } from '../../classes/groups/groups.words';
import type { RoomItem } from '../../classes/places/rooms.queries';
import { weekdayOf } from '../../classes/weekdays';
import { addDays, type Day, showDay, showTime } from '../../platform/clock';
import type { Bilingual, Locale } from '../../platform/messages/words';
import { PageHeader } from '../../platform/pages/blocks';
import { DayField } from '../../platform/pages/fields';
import { LinkButton } from '../../platform/pages/forms';
import { linkTo } from '../../platform/pages/links';
import { Filters } from '../../platform/pages/lists';
import { Notice } from '../../platform/pages/notices';
import { useLocale, useWords } from '../../platform/pages/page-context';
import { Table } from '../../platform/pages/tables';
import type { PageOf } from '../../platform/paging';
import type { CalendarEntry } from '../half-day-calendar.queries';
import { roomBoardWords } from '../room-board.words';

interface Props {
  readonly rooms: PageOf<RoomItem>;
  readonly halfDays: readonly CalendarEntry[];
  readonly day: Day;
  readonly today: Day;
  readonly holiday: Bilingual | null;
}

export function titleOf(day: Day, today: Day, locale: Locale): string {
  const say = roomBoardWords[locale];
  const named = `${weekdayWords[locale][weekdayOf(day)]} ${showDay(day)}`;
  return day === today ? say.todayTitle(named) : say.title(named);
}

/** What runs in each room, in letters that are read from across a hall; the ways to other days stand below, out of its way. */
export function RoomBoard({ rooms, halfDays, day, today, holiday }: Props) {
  const say = useWords(roomBoardWords);
  const parts = useWords(dayPartWords);
  const locale = useLocale();
  const title = titleOf(day, today, locale);
  return (
    <>
      <PageHeader title={title} actions={<LinkButton href="/calendar" label={say.calendar} />} />
      {holiday && (
        <Notice tone="info">
          <p>{say.holiday(holiday[locale])}</p>
        </Notice>
      )}
      <div class="room-board">
        <Table
          caption={title}
          hidesCaption
          rows={rooms.items}
          empty={{ title: say.noRooms, next: say.noRoomsNext }}
          columns={[
            { label: say.room, isRowName: true, cell: ({ name }) => name },
            ...dayParts.map((part) => ({
              label: parts[part],
              cell: ({ id }: RoomItem) => (
                <InPart halfDays={halfDays.filter((halfDay) => halfDay.roomId === id && halfDay.part === part)} />
              ),
            })),
          ]}
        />
      </div>
      {rooms.next !== null && <p>{say.manyRooms(rooms.items.length)}</p>}
      <OtherDays day={day} today={today} />
    </>
  );
}

function OtherDays({ day, today }: Pick<Props, 'day' | 'today'>) {
  const say = useWords(roomBoardWords);
  const to = (other: Day) => linkTo('/rooms/today', { day: other === today ? null : other });
  return (
    <>
      <nav class="actions page-actions other-days" aria-label={say.days}>
        <a class="btn" href={to(addDays(day, -1))} rel="prev">
          {say.previousDay}
        </a>
        <a class="btn" href={to(today)}>
          {say.today}
        </a>
        <a class="btn" href={to(addDays(day, 1))} rel="next">
          {say.nextDay}
        </a>
      </nav>
      <Filters action="/rooms/today" values={{ day: day === today ? '' : day }}>
        <DayField name="day" label={say.day} />
      </Filters>
    </>
  );
}

/** A cancelled half-day leaves the room free, and is still said to whoever comes for it. */
function InPart({ halfDays }: { halfDays: readonly CalendarEntry[] }) {
  const say = useWords(roomBoardWords);
  const isFree = halfDays.every(({ cancelledAt }) => cancelledAt !== null);
  return (
    <>
      {halfDays.map((halfDay) => (
        <Running halfDay={halfDay} />
      ))}
      {isFree && <span class="quiet">{say.free}</span>}
    </>
  );
}

/** What is not announced yet keeps its room without a name: the board hangs where everybody passes. */
function Running({ halfDay }: { halfDay: CalendarEntry }) {
  const say = useWords(roomBoardWords);
  const { ofGroups } = useWords(groupNameWords);
  const { className, classState, topic, lecturerName, startsAt, endsAt, cancelledAt, cancelledReason, examId } =
    halfDay;
  const isDraft = classState === 'draft';
  if (isDraft && cancelledAt) return null;
  return (
    <div class="board-entry">
      <strong>{isDraft ? say.kept : cancelledAt ? <s>{className}</s> : className}</strong>
      <div>
        {showTime(startsAt)}–{showTime(endsAt)}
      </div>
      {!isDraft && halfDay.groupNumbers && <div>{ofGroups(halfDay.groupNumbers)}</div>}
      {!isDraft && examId && <div>{topic ? say.examOf(topic) : say.exam}</div>}
      {!isDraft && !examId && topic && <div>{topic}</div>}
      {!isDraft && lecturerName && <div>{lecturerName}</div>}
      {cancelledAt && <div>{say.cancelled(cancelledReason ?? '')}</div>}
    </div>
  );
}
