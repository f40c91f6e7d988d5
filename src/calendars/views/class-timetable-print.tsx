import { dayPartWords } from '../../classes/classes.labels';
import type { ClassItem } from '../../classes/classes.queries';
import type { RoomItem } from '../../classes/places/rooms.queries';
import { courseNameOf } from '../../classes/views/class-list';
import { groupNameWords } from '../../classes/groups/groups.words';
import { weekdayOf } from '../../classes/weekdays';
import type { UnitToday } from '../../organization/organization.queries';
import { type Day, showDay } from '../../platform/clock';
import { EmptyState } from '../../platform/pages/blocks';
import { Icon } from '../../platform/pages/icons';
import { useLocale, useWords } from '../../platform/pages/page-context';
import type { PrintedHalfDay, TimetableSheet } from '../class-timetable-print';
import { shortPartWords, shortWeekdayWords, timetablePrintWords } from '../class-timetable-print.words';

interface Props {
  readonly item: ClassItem;
  readonly sheet: TimetableSheet;
  /** Those of the sheet, in its order. */
  readonly rooms: readonly RoomItem[];
  readonly bloc: UnitToday | null;
  readonly today: Day;
}

/** The whole timetable of a class on one sheet of A4, to be hung on a door and handed out. */
export function ClassTimetablePrint({ item, sheet, rooms, bloc, today }: Props) {
  const say = useWords(timetablePrintWords);
  return (
    <>
      <div class="page-actions print-hint">
        <a class="back-link" href={`/classes/${item.id}`}>
          <Icon name="back" />
          {say.backToClass}
        </a>
        <p class="quiet">{say.howToPrint}</p>
      </div>
      <article class={`timetable-sheet is-paper is-${sheet.density}`}>
        <Letterhead bloc={bloc} today={today} />
        <h1>{say.title(item.name)}</h1>
        <Facts item={item} sheet={sheet} rooms={rooms} />
        {sheet.months.length === 0 ? (
          <EmptyState title={say.noHalfDays} next={say.noHalfDaysNext} />
        ) : (
          <>
            <div class="sheet-months">
              {sheet.months.map(({ month, halfDays }) => (
                <Month month={month} halfDays={halfDays} />
              ))}
            </div>
            <Legend sheet={sheet} rooms={rooms} />
          </>
        )}
      </article>
    </>
  );
}

function Letterhead({ bloc, today }: Pick<Props, 'bloc' | 'today'>) {
  const say = useWords(timetablePrintWords);
  const locale = useLocale();
  const [year, month, day] = today.split('-') as [string, string, string];
  return (
    <div class="sheet-letterhead">
      <p class="sheet-capitals">{bloc && (locale === 'vi' ? bloc.nameVi : bloc.nameEn)}</p>
      <div>
        <p class="sheet-capitals">{say.party}</p>
        <p>
          <em>{say.placeAndDay(day, month, year)}</em>
        </p>
      </div>
    </div>
  );
}

function Facts({ item, sheet, rooms }: Pick<Props, 'item' | 'sheet' | 'rooms'>) {
  const say = useWords(timetablePrintWords);
  const facts = [
    [say.code, item.code],
    [say.course, courseNameOf(item, useLocale())],
    [say.days, say.fromTo(showDay(item.opensOn), showDay(item.closesOn))],
    [say.held, sheet.held],
    ...(item.openingDecision ? [[say.decision, item.openingDecision]] : []),
    ...(rooms.length > 1 ? [] : [[say.room, rooms[0] ? withAddress(rooms[0]) : say.noRoom]]),
  ] as const;
  return (
    <dl class="sheet-facts" aria-label={say.facts}>
      {facts.map(([term, value]) => (
        <div>
          <dt>{term}:</dt> <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Month({ month, halfDays }: { month: string; halfDays: readonly PrintedHalfDay[] }) {
  const say = useWords(timetablePrintWords);
  return (
    <section>
      <h2>{say.month(`${month.slice(5)}/${month.slice(0, 4)}`)}</h2>
      <ol>
        {halfDays.map((halfDay) => (
          <li class={halfDay.cancelledAt ? 'is-cancelled' : undefined}>
            <Line halfDay={halfDay} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Line({ halfDay }: { halfDay: PrintedHalfDay }) {
  const say = useWords(timetablePrintWords);
  const parts = useWords(shortPartWords);
  const partNames = useWords(dayPartWords);
  const weekdays = useWords(shortWeekdayWords);
  const { ofGroups } = useWords(groupNameWords);
  const { number, day, part, ownTime, topic, groupNumbers, cancelledAt, cancelledReason, lecturerMark, roomMark } =
    halfDay;
  const marks = [lecturerMark && say.lecturerMark(lecturerMark), roomMark && say.roomMark(roomMark)].filter(Boolean);
  const when = (
    <>
      {weekdays[weekdayOf(day)]} {showDay(day).slice(0, 5)}
    </>
  );
  return (
    <>
      <span class="sheet-number">{number}.</span>
      <time dateTime={day}>{cancelledAt ? <s>{when}</s> : when}</time>
      <abbr title={partNames[part]}>{parts[part]}</abbr>
      <span class="sheet-topic">
        {ownTime && <strong>{ownTime} </strong>}
        {groupNumbers && <strong>{ofGroups(groupNumbers)}. </strong>}
        {cancelledAt ? (
          <>
            <s>{topic}</s> ({[say.cancelled, cancelledReason].filter(Boolean).join(': ')})
          </>
        ) : (
          topic
        )}
      </span>
      <span class="sheet-marks">{!cancelledAt && marks.join(' · ')}</span>
    </>
  );
}

function Legend({ sheet, rooms }: Pick<Props, 'sheet' | 'rooms'>) {
  const say = useWords(timetablePrintWords);
  const parts = useWords(shortPartWords);
  const partNames = useWords(dayPartWords);
  const times = sheet.usualTimes.map(({ part, time }) => `${parts[part]}: ${partNames[part]} ${time}`);
  const places = rooms.length > 1 ? rooms.map((room, index) => `${say.roomMark(index + 1)}: ${withAddress(room)}`) : [];
  const lecturers = sheet.lecturers.map((name, index) => `${say.lecturerMark(index + 1)}: ${name}`);
  const hasCancelled = sheet.months.some(({ halfDays }) => halfDays.some(({ cancelledAt }) => cancelledAt !== null));
  return (
    <section class="sheet-legend">
      <h2>{say.legend}</h2>
      <p>{[...times, ...(hasCancelled ? [say.struck] : [])].join('; ')}.</p>
      {places.length > 0 && <p>{places.join('; ')}.</p>}
      {lecturers.length > 0 && <p>{lecturers.join('; ')}.</p>}
    </section>
  );
}

const withAddress = ({ name, address }: RoomItem) => `${name}, ${address}`;
