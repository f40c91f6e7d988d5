import { classModeWords, dayPartWords } from '../classes/classes.labels';
import type { HalfDayItem } from '../classes/classes.queries';
import { showDay, showTime } from '../platform/clock';
import type { GroupLetter } from './printouts.queries';
import { attachedTo, type DecisionFacts, decisionPaper } from './decision-parts';
import type { Paper } from './paper';
import { signerOf } from './paper';
import { calledOn, classDays, classTitle, peopleColumns, peopleTable, title, total, unitLine } from './paper-parts';

export interface OpeningFacts extends DecisionFacts {
  /** Null while there is no timetable. */
  readonly firstHalfDay: HalfDayItem | null;
  /** By which the Group agreed to those on the list. */
  readonly groupLetters: readonly GroupLetter[];
}

/** Quyết định mở lớp, and the list of those who are summoned. */
export function openingPaper(facts: OpeningFacts): Paper {
  const { item, people, letterhead } = facts;
  const { number, name, bornMale, bornFemale, position, unit } = peopleColumns;
  const named = classTitle(item);
  const place = item.roomName ? `; địa điểm: ${item.roomName}` : '';
  return decisionPaper(facts, {
    title: 'Quyết định mở lớp',
    about: `về việc mở ${lowerFirst(named)}`,
    grounds: [
      'Căn cứ danh sách các tổ chức cơ sở đảng cử cán bộ, đảng viên đi học',
      ...facts.groupLetters.map(
        ({ number, date, groupName }) =>
          `Căn cứ Công văn số ${number} ngày ${showDay(date)} của ${groupName} về việc cử cán bộ, đảng viên đi học`,
      ),
    ],
    articles: [
      `Mở ${lowerFirst(named)}, chương trình ${item.courseName}, học ${classModeWords.vi[item.mode].toLocaleLowerCase('vi')}, thời gian ${classDays(item)}${place}.`,
      `Triệu tập ${people.length} ${calledOn(people)} (có danh sách kèm theo) tham dự lớp học. ${meeting(facts)}`,
      `Văn phòng Đảng ủy, các tổ chức cơ sở đảng có liên quan và các ${calledOn(people)} có tên trong danh sách chịu trách nhiệm thi hành Quyết định này. Quyết định có hiệu lực kể từ ngày ký.`,
    ],
    list: [
      title('Danh sách triệu tập', named, attachedTo(facts), unitLine(facts)),
      peopleTable([number, name, bornMale, bornFemale, position, unit], people),
      total(people.length, calledOn(people)),
      { kind: 'signatures', right: signerOf(letterhead) },
    ],
  });
}

function meeting({ firstHalfDay, item, people }: OpeningFacts): string {
  if (!firstHalfDay) return 'Thời gian, địa điểm tập trung sẽ thông báo sau.';
  const { day, part, startsAt } = firstHalfDay;
  const room = firstHalfDay.roomName ?? item.roomName;
  const at = `${showTime(startsAt)} (${dayPartWords.vi[part].toLocaleLowerCase('vi')}) ngày ${showDay(day)}`;
  return `Các ${calledOn(people)} có mặt lúc ${at}${room ? ` tại ${room}` : ''}.`;
}

export const lowerFirst = (text: string) => text.charAt(0).toLocaleLowerCase('vi') + text.slice(1);
