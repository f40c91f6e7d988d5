import { dayPartWords } from '../classes/classes.labels';
import type { HalfDayItem } from '../classes/classes.queries';
import { showDay, showTime } from '../platform/clock';
import { lowerFirst } from './opening-paper';
import { type Paper, type PaperPart, signerOf } from './paper';
import { classDays, classTitle, numberLine, type PaperHead, text, title } from './paper-parts';

export interface InvitationFacts extends PaperHead {
  readonly number: string | null;
  /** With room to write a name by hand when nobody is named. */
  readonly guests: readonly string[];
  /** Null while there is no timetable. */
  readonly firstHalfDay: HalfDayItem | null;
  readonly place: { readonly name: string; readonly address: string | null } | null;
}

/** Giấy mời dự khai giảng: a page for each guest. */
export function invitationPaper(facts: InvitationFacts): Paper {
  const { letterhead, day, guests } = facts;
  const all = guests.length > 0 ? guests : ['………………………………………………'];
  return {
    title: 'Giấy mời dự khai giảng',
    isLandscape: false,
    letterhead,
    day,
    parts: all.flatMap((guest, at): PaperPart[] => [
      ...(at > 0 ? [{ kind: 'new_page' } as const] : []),
      ...pageFor(guest, facts),
    ]),
  };
}

function pageFor(guest: string, { item, letterhead, number, firstHalfDay, place }: InvitationFacts): PaperPart[] {
  const named = lowerFirst(classTitle(item));
  return [
    { kind: 'head', number: numberLine(number, 'GM') },
    title('Giấy mời', `dự lễ khai giảng ${named}`),
    { kind: 'text', look: 'bold', text: `Kính mời: ${guest}` },
    text(`Tới dự lễ khai giảng ${named}, chương trình ${item.courseName}, học ${classDays(item)}.`),
    text(whenOf(firstHalfDay), 'Thời gian:'),
    text(place ? `${[place.name, place.address].filter(Boolean).join(', ')}.` : '……………………………………………………', 'Địa điểm:'),
    text('Rất hân hạnh được đón tiếp./.'),
    { kind: 'recipients', recipients: ['Như trên', 'Lưu Văn phòng Đảng ủy'], signer: signerOf(letterhead) },
  ];
}

function whenOf(firstHalfDay: HalfDayItem | null): string {
  if (!firstHalfDay) return '…… giờ ……, ngày …… tháng …… năm ……';
  const { startsAt, part, day } = firstHalfDay;
  return `${showTime(startsAt)} (${dayPartWords.vi[part].toLocaleLowerCase('vi')}) ngày ${showDay(day)}.`;
}
