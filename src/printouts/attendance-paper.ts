import { dayPartWords } from '../classes/classes.labels';
import type { HalfDayItem } from '../classes/classes.queries';
import type { AttendanceMark } from '../enrollments/attendance-line.entity';
import { originSentence } from '../enrollments/origin';
import { unitWithGuestFrom } from '../enrollments/sheets/workbook';
import { showDay } from '../platform/clock';
import type { Paper, PaperCell, PaperColumn, PaperPart } from './paper';
import { classTitle, type PaperFacts, peopleColumns, title, unitLine } from './paper-parts';
import type { AttendanceGrid, PrintedPerson } from './printouts.queries';
import type { AttendanceFilling } from './sheets';

export interface AttendanceFacts extends PaperFacts {
  readonly halfDays: readonly HalfDayItem[];
  readonly filling: AttendanceFilling;
  readonly grid: AttendanceGrid;
}

/** So many columns leave room for a signature beside name and unit. */
const columnsOfPage = 10;

const signs: Readonly<Record<AttendanceMark, string>> = { present: 'x', excused: 'P', unexcused: 'K', unmarked: '' };
/** At a half-day the person did not belong to. */
const notThere = '–';

/** Over how many tables the half-days are spread, one below the other. */
export const tablesOf = (halfDays: number, filling: AttendanceFilling): number =>
  Math.ceil(halfDays / halfDaysOfPage(filling));

const halfDaysOfPage = (filling: AttendanceFilling) =>
  filling === 'sign_in_and_out' ? columnsOfPage / 2 : columnsOfPage;

/** Bảng điểm danh: a column for each half-day, to be signed or as recorded. */
export function attendancePaper(facts: AttendanceFacts): Paper {
  const { letterhead, day, halfDays, filling } = facts;
  const size = halfDaysOfPage(filling);
  const pages = Array.from({ length: tablesOf(halfDays.length, filling) }, (_, page) =>
    halfDays.slice(page * size, (page + 1) * size),
  );
  return {
    title: 'Bảng điểm danh',
    isLandscape: true,
    letterhead,
    day,
    fontSize: 10,
    parts: pages.flatMap((ofPage, index): PaperPart[] => [
      ...(index > 0 ? [{ kind: 'new_page' } as const] : []),
      { kind: 'head' },
      title('Bảng điểm danh', classTitle(facts.item), spanOf(ofPage), unitLine(facts), facts.groupName),
      tableOf(facts, ofPage),
      ...(filling === 'recorded' ? [legend, ...learnedElsewhere(facts, ofPage)] : []),
      { kind: 'signatures', left: { capacity: 'Người điểm danh' }, right: { capacity: 'Giáo viên chủ nhiệm' } },
    ]),
  };
}

const legend: PaperPart = {
  kind: 'text',
  look: 'italic',
  text: 'x: có mặt; P: vắng có phép; K: vắng không phép; để trống: chưa điểm danh; –: không học buổi này (chưa vào lớp, hoặc buổi của tổ khác).',
};

/** Whose marks come from another class, and from which half-day of it. */
function learnedElsewhere({ people, grid }: AttendanceFacts, halfDays: readonly HalfDayItem[]): PaperPart[] {
  const told = people.flatMap(({ enrollmentId, fullName }) => {
    const cells = halfDays.flatMap((halfDay) => {
      const origin = grid.get(enrollmentId)?.get(halfDay.id)?.origin;
      return origin ? [`${nameOf(halfDay)}: ${originSentence(origin, 'vi')}`] : [];
    });
    return cells.length > 0 ? [`${fullName} – ${cells.join('; ')}`] : [];
  });
  return told.length > 0
    ? [{ kind: 'text', look: 'italic', text: `Trong ngoặc: học ở lớp khác. ${told.join('. ')}.` }]
    : [];
}

const nameOf = ({ part, day }: HalfDayItem) => `${dayPartWords.vi[part]} ${showDay(day)}`;

function spanOf(halfDays: readonly HalfDayItem[]): string {
  const [first, last] = [halfDays[0]!, halfDays.at(-1)!];
  if (first === last) {
    return [`Buổi ${first.number}: ${nameOf(first)}`, first.topic, first.lecturerName].filter(Boolean).join(' – ');
  }
  return `Từ buổi ${first.number} (${nameOf(first)}) đến buổi ${last.number} (${nameOf(last)})`;
}

function tableOf({ people, filling, grid }: AttendanceFacts, halfDays: readonly HalfDayItem[]): PaperPart {
  const { number, name, unit } = peopleColumns;
  const shown = halfDays.flatMap((halfDay) => columnsOf(halfDay, filling, halfDays.length));
  const signOf = ({ enrollmentId, guestFrom }: PrintedPerson, halfDay: HalfDayItem): PaperCell => {
    const cell = grid.get(enrollmentId)?.get(halfDay.id);
    if (filling !== 'recorded' && (cell || guestFrom === null)) return '';
    if (!cell) return notThere;
    return cell.origin ? `(${signs[cell.mark]})` : signs[cell.mark];
  };
  const rows = people.map((person, index): PaperCell[] => [
    index + 1,
    person.fullName,
    unitWithGuestFrom(person.unitName, person.guestFrom),
    ...halfDays.flatMap((halfDay) => Array<PaperCell>(shown.length / halfDays.length).fill(signOf(person, halfDay))),
  ]);
  const present = (halfDay: HalfDayItem) =>
    people.filter(({ enrollmentId }) => grid.get(enrollmentId)?.get(halfDay.id)?.mark === 'present').length;
  const totals = filling === 'recorded' ? [['', 'Cộng có mặt', '', ...halfDays.map(present)]] : [];
  return {
    kind: 'table',
    ...(filling === 'recorded' ? {} : { rowHeight: 22 }),
    columns: [number, { ...name, width: 125 }, unit, ...shown],
    rows: [...rows, ...totals],
  };
}

function columnsOf(halfDay: HalfDayItem, filling: AttendanceFilling, count: number): PaperColumn[] {
  const width = Math.min(110, Math.floor((filling === 'recorded' ? 440 : 470) / count));
  const label = `${dayPartWords.vi[halfDay.part]}\n${showDay(halfDay.day).slice(0, 5)}`;
  const column = { isCentred: true, characters: 12 };
  if (filling !== 'sign_in_and_out') return [{ ...column, label, width: width - 10 }];
  const group = `${halfDay.number}. ${nameOf(halfDay)}`;
  const half = Math.floor(width / 2) - 10;
  return [
    { ...column, label: 'Ký vào', group, width: half },
    { ...column, label: 'Ký ra', group, width: half },
  ];
}
