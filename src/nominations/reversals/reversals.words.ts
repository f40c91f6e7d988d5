import { many } from '../../platform/messages/counted';
import { words } from '../../platform/messages/words';
import type { HalfDayLost } from './reversals.queries';

export const halfDayLostWords = words({
  past: { vi: 'giờ học đã qua', en: 'its time has passed' },
  room: { vi: 'phòng đã giao cho lớp khác', en: 'another class has the room' },
  lecturer: { vi: 'giảng viên đã dạy lớp khác', en: 'the lecturer teaches another class' },
  manager: { vi: 'chủ nhiệm lớp bận lớp khác', en: 'the class manager is with another class' },
} satisfies Record<HalfDayLost, { vi: string; en: string }>);

export const reversalWords = words({
  help: {
    vi: 'Lớp đã hủy được học trở lại, người được cử về đúng chỗ cũ. Hãy đọc ai và buổi nào không trở lại được trước khi bấm.',
    en: 'The class takes place after all, and people come back where they were. Read first who and what does not come back.',
  },
  title: {
    vi: (name: string) => `Bỏ việc hủy lớp – ${name}`,
    en: (name: string) => `Undo the cancellation – ${name}`,
  },
  heading: { vi: 'Bỏ việc hủy lớp', en: 'Undo the cancellation' },
  backToClass: { vi: 'Về trang của lớp', en: 'Back to the class' },
  whatHappens: { vi: 'Khi bỏ việc hủy lớp', en: 'What undoing the cancellation does' },
  people: {
    vi: (count: number) =>
      `${count} người trở lại đúng chỗ cũ: chỉ tiêu, thứ tự dự phòng, danh sách lớp và điểm danh đã có.`,
    en: (count: number) =>
      `${many(count, 'person comes', 'people come')} back where they were: seat, place among the reserves, roster and the attendance there was.`,
  },
  busy: {
    vi: (names: string) =>
      `Không trở lại vì đã học lớp khác trùng giờ hoặc đã học tiếp ở lớp khác: ${names}. Chỗ trống giao cho dự phòng của đơn vị.`,
    en: (names: string) =>
      `Not returned, because they attend another class at that time or continue in another class: ${names}. Their seats go to the reserves of their units.`,
  },
  unknown: {
    vi: (count: number) => `${count} đề nghị kết thúc trước khi hệ thống giữ chỗ cũ: đơn vị phải cử lại.`,
    en: (count: number) =>
      `${many(count, 'nomination')} ended before places were kept: the units have to nominate again.`,
  },
  halfDays: {
    vi: (count: number) => `${count} buổi học trở lại lịch.`,
    en: (count: number) => `${many(count, 'half-day comes', 'half-days come')} back.`,
  },
  lost: {
    vi: (halfDay: string, why: string) =>
      `Buổi ${halfDay.toLocaleLowerCase('vi')} không trở lại: ${why}. Hãy xếp buổi khác nếu cần.`,
    en: (halfDay: string, why: string) =>
      `${halfDay} does not come back: ${why}. Plan another half-day if it is needed.`,
  },
  told: {
    vi: 'Người được cử, đơn vị và chủ nhiệm lớp được báo; lịch trên điện thoại tự ghi lại. Lời nhắc đã đến hạn trong thời gian hủy không gửi bù.',
    en: 'Nominees, units and class managers are told, and their calendars follow. Reminders that were due meanwhile are not made up for.',
  },
  reason: { vi: 'Lý do bỏ việc hủy lớp', en: 'Reason for undoing the cancellation' },
  reasonHint: { vi: 'Mọi đơn vị và người được cử đều đọc được lý do này.', en: 'Every unit and nominee can read it.' },
  reverse: { vi: 'Bỏ việc hủy, lớp vẫn học', en: 'Undo the cancellation; the class takes place' },
  keep: { vi: 'Giữ nguyên đã hủy', en: 'Leave it cancelled' },
  done: {
    vi: (people: number, halfDays: number) => `Lớp không hủy nữa: ${people} người và ${halfDays} buổi học đã trở lại.`,
    en: (people: number, halfDays: number) =>
      `The cancellation is undone; people returned: ${people}, half-days returned: ${halfDays}.`,
  },
  notCancelled: {
    vi: 'Lớp không bị hủy nên không có gì để lấy lại.',
    en: 'The class is not cancelled, so there is nothing to undo.',
  },
});
