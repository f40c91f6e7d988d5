import { words } from '../platform/messages/words';

export const timetablePrintWords = words({
  title: { vi: (name: string) => `Lịch học: ${name}`, en: (name: string) => `Timetable: ${name}` },
  party: { vi: 'Đảng Cộng sản Việt Nam', en: 'Communist Party of Vietnam' },
  placeAndDay: {
    vi: (day: string, month: string, year: string) => `Thành phố Hồ Chí Minh, ngày ${day} tháng ${month} năm ${year}`,
    en: (day: string, month: string, year: string) => `Ho Chi Minh City, ${day}/${month}/${year}`,
  },
  howToPrint: {
    vi: 'Lịch vừa một trang A4: dùng lệnh In của trình duyệt (Ctrl + P).',
    en: 'It fits one page of A4: use the print command of the browser (Ctrl + P).',
  },
  backToClass: { vi: 'Về trang của lớp', en: 'Back to the class' },
  facts: { vi: 'Thông tin lớp', en: 'The class' },
  code: { vi: 'Mã lớp', en: 'Code' },
  course: { vi: 'Chương trình', en: 'Course' },
  days: { vi: 'Thời gian', en: 'Days' },
  fromTo: { vi: (from: string, to: string) => `${from} – ${to}`, en: (from: string, to: string) => `${from} – ${to}` },
  held: { vi: 'Số buổi', en: 'Half-days' },
  decision: { vi: 'Quyết định mở lớp', en: 'Opening decision' },
  room: { vi: 'Địa điểm', en: 'Place' },
  noRoom: { vi: 'Chưa xếp phòng', en: 'No room yet' },
  month: { vi: (month: string) => `Tháng ${month}`, en: (month: string) => month },
  noHalfDays: { vi: 'Lớp chưa có buổi học nào.', en: 'The class has no half-days yet.' },
  noHalfDaysNext: {
    vi: 'Lịch để in sẽ có ở đây khi văn phòng đào tạo xếp xong.',
    en: 'The sheet appears once the training office has made the timetable.',
  },
  legend: { vi: 'Chú thích', en: 'Legend' },
  roomMark: { vi: (place: number) => `P${place}`, en: (place: number) => `R${place}` },
  lecturerMark: { vi: (place: number) => `GV${place}`, en: (place: number) => `L${place}` },
  struck: {
    vi: 'Gạch ngang: buổi đã hủy',
    en: 'Struck through: cancelled',
  },
  cancelled: { vi: 'ĐÃ HỦY', en: 'CANCELLED' },
});

/** The part of the day in a letter or two. */
export const shortPartWords = words({
  morning: { vi: 'S', en: 'M' },
  afternoon: { vi: 'C', en: 'A' },
  evening: { vi: 'T', en: 'E' },
});

/** By ISO number, Monday 1. */
export const shortWeekdayWords = words({
  1: { vi: 'T2', en: 'Mon' },
  2: { vi: 'T3', en: 'Tue' },
  3: { vi: 'T4', en: 'Wed' },
  4: { vi: 'T5', en: 'Thu' },
  5: { vi: 'T6', en: 'Fri' },
  6: { vi: 'T7', en: 'Sat' },
  7: { vi: 'CN', en: 'Sun' },
});
