import { type Day, showDay } from '../../platform/clock';
import type { Bilingual } from '../../platform/messages/words';
import { Refusal } from '../../platform/problems/refusal';
import { InvalidInput } from '../../platform/problems/refusals';
import { type Clash, clashSentence, whenOf } from './clash';

const remedies = {
  room: {
    vi: 'Hãy chọn phòng khác, đổi ngày giờ, hoặc ghi quyết định dùng chung phòng. Buổi không ghi phòng học ở phòng thường dùng của lớp.',
    en: 'Choose another room or time, or give the decision by which it is shared. A half-day without a room is held in the usual room of its class.',
  },
  lecturer: {
    vi: 'Hãy mời giảng viên khác, đổi ngày giờ, hoặc để trống giảng viên rồi xếp sau.',
    en: 'Choose another lecturer or time, or leave the lecturer open for now.',
  },
  class: { vi: 'Hãy chọn ngày giờ khác.', en: 'Choose another time.' },
  manager: {
    vi: 'Hãy đổi ngày giờ, cử chủ nhiệm khác cho lớp, hoặc ghi quyết định cho chủ nhiệm phụ trách hai lớp cùng giờ.',
    en: 'Choose another time or another manager, or give the decision by which the manager has two classes at once.',
  },
};
const unknownClash = {
  room: {
    vi: 'Phòng này vừa được dành cho lớp khác vào giờ đó.',
    en: 'The room has just been taken by another class at that time.',
  },
  lecturer: {
    vi: 'Giảng viên này vừa nhận giờ ở lớp khác vào giờ đó.',
    en: 'The lecturer has just been taken by another class at that time.',
  },
  class: {
    vi: 'Lớp này vừa có buổi học khác vào giờ đó.',
    en: 'The class has just been given another half-day at that time.',
  },
  manager: {
    vi: 'Chủ nhiệm lớp có buổi học ở lớp khác vào giờ đó.',
    en: 'The class manager is with another class at that time.',
  },
};
type InTheWay = Exclude<Clash['what'], 'deputy'>;
const fieldOf = { room: 'roomId', lecturer: 'lecturerId', class: 'day', manager: 'day' } as const;

function told(
  what: InTheWay,
  clashes: readonly Clash[],
  field: string = fieldOf[what],
): { sentence: Bilingual; more: object } {
  const [first] = clashes;
  const others = clashes.length - 1;
  const found = first ? clashSentence(first) : unknownClash[what];
  const more =
    others > 0
      ? { vi: ` Còn ${others} buổi khác cũng vướng.`, en: ` ${others} more half-days clash too.` }
      : { vi: '', en: '' };
  const sentence = {
    vi: `${found.vi}${more.vi} ${remedies[what].vi}`,
    en: `${found.en}${more.en} ${remedies[what].en}`,
  };
  return {
    sentence,
    more: { facts: { clashes }, fields: [{ field, code: 'taken', message: sentence }] },
  };
}

/** One class at a time in a room (I4). */
export class RoomTaken extends Refusal {
  constructor(clashes: readonly Clash[] = []) {
    const { sentence, more } = told('room', clashes);
    super('room_taken', 'conflict', sentence, more);
  }
}

/** One class at a time for a lecturer (I4). */
export class LecturerTaken extends Refusal {
  constructor(clashes: readonly Clash[] = []) {
    const { sentence, more } = told('lecturer', clashes);
    super('lecturer_taken', 'conflict', sentence, more);
  }
}

/** One class at a time for a class manager (I4). */
export class ManagerBusy extends Refusal {
  constructor(clashes: readonly Clash[] = [], field?: string) {
    const { sentence, more } = told('manager', clashes, field);
    super('manager_busy', 'conflict', sentence, more);
  }
}

export class HalfDaysOverlap extends Refusal {
  constructor(clashes: readonly Clash[]) {
    const { sentence, more } = told('class', clashes);
    super('half_days_overlap', 'conflict', sentence, more);
  }
}

export class HalfDayCancelled extends Refusal.saying('half_day_cancelled', 'wrong_moment', {
  vi: 'Buổi học này đã hủy nên không thay đổi được nữa. Hãy thêm một buổi mới.',
  en: 'This half-day is cancelled and stays so. Add another half-day.',
}) {}

export class HalfDayBegun extends Refusal.saying('half_day_begun', 'wrong_moment', {
  vi: 'Buổi học này đã bắt đầu nên không dời ngày giờ được. Nếu buổi đó không diễn ra, hãy hủy và thêm buổi học bù.',
  en: 'This half-day has begun, so its time stays. If it did not take place, cancel it and add another.',
}) {}

export const changeNeedsReason = () =>
  InvalidInput.field('reason', 'required', {
    vi: 'Lớp đã được thông báo nên cần ghi lý do thay đổi; học viên, giảng viên và chủ nhiệm lớp được báo kèm lý do này.',
    en: 'The class has been announced, so give the reason for the change; everybody concerned is notified with it.',
  });

export const outsideClass = (
  field: 'day' | 'from' | 'to' | 'count',
  day: Day,
  { opensOn, closesOn }: { opensOn: Day; closesOn: Day },
) =>
  InvalidInput.field(field, 'outside_class', {
    vi: `Ngày ${showDay(day)} nằm ngoài thời gian của lớp (${showDay(opensOn)} – ${showDay(closesOn)}). ${outsideRemedies.vi[field === 'count' ? 'count' : 'day']}`,
    en: `${showDay(day)} lies outside the days of the class (${showDay(opensOn)} – ${showDay(closesOn)}). ${outsideRemedies.en[field === 'count' ? 'count' : 'day']}`,
  });

const outsideRemedies = {
  vi: {
    day: 'Hãy chọn ngày trong khoảng này, hoặc sửa ngày khai giảng, bế giảng của lớp.',
    count: 'Hãy giảm số buổi, học thêm thứ hoặc buổi trong ngày, hoặc đánh dấu dời ngày bế giảng.',
  },
  en: {
    day: "Choose a day within, or change the class's days.",
    count: 'Ask for fewer half-days, teach on more weekdays or parts of the day, or have the closing day moved.',
  },
};

export const planOverlapsItself = (
  field: 'day' | 'parts',
  halfDay: Pick<Clash, 'day' | 'part' | 'startsAt' | 'endsAt'>,
) =>
  InvalidInput.field(field, 'overlaps_itself', {
    vi: `Hai buổi trong cùng kế hoạch trùng giờ nhau vào ${whenOf(halfDay, 'vi')}. ${apartRemedies.vi[field]}`,
    en: `Two half-days of this plan overlap on ${whenOf(halfDay, 'en')}. ${apartRemedies.en[field]}`,
  });

const apartRemedies = {
  vi: {
    day: 'Hãy sửa giờ của một buổi.',
    parts: 'Hãy bỏ bớt một buổi trong ngày, hoặc sửa giờ thường lệ của phòng ở trang Phòng, hội trường.',
  },
  en: {
    day: 'Correct the times of one.',
    parts: 'Leave out one part of the day, or change the usual times on the page Rooms.',
  },
};
