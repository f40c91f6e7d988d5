import { words } from '../platform/messages/words';

export const loadWords = words({
  help: {
    vi: 'Số buổi học mỗi tuần và ở từng phòng trong năm, để thấy tuần nào quá dày. Chọn năm khác ở đầu trang.',
    en: 'Half-days per week and per room over the year, to see which weeks are too full. Choose another year above.',
  },
  title: {
    vi: (year: number) => `Khối lượng buổi học năm ${year}`,
    en: (year: number) => `Half-days of the year ${year}`,
  },
  subtitle: {
    vi: 'Số buổi học theo tuần và theo phòng, không tính buổi nghỉ.',
    en: 'Half-days per week and per room, without the cancelled ones.',
  },
  withDrafts: { vi: 'Tính cả lớp còn là bản thảo.', en: 'Draft classes are counted too.' },
  years: { vi: 'Chuyển năm', en: 'Other years' },
  calendar: { vi: 'Lịch học', en: 'Calendar' },
  perWeek: { vi: 'Theo tuần', en: 'Per week' },
  perRoom: { vi: 'Theo phòng', en: 'Per room' },
  weeksSeen: {
    vi: (year: number, total: number, week: string, most: number) =>
      `Năm ${year} có ${total} buổi học, nhiều nhất là tuần từ ${week} với ${most} buổi`,
    en: (year: number, total: number, week: string, most: number) =>
      `Half-days in ${year}: ${total}, most in the week from ${week}: ${most}`,
  },
  roomsSeen: {
    vi: (year: number, room: string, most: number) => `Phòng dùng nhiều nhất năm ${year} là ${room} với ${most} buổi`,
    en: (year: number, room: string, most: number) => `The room used most in ${year} is ${room}, half-days: ${most}`,
  },
  busiestDrawn: {
    vi: (drawn: number, all: number) => `Biểu đồ vẽ ${drawn} phòng dùng nhiều nhất, bảng dưới đây ghi đủ ${all} dòng.`,
    en: (drawn: number, all: number) =>
      `The plot shows the ${drawn} rooms used most; the table below has all ${all} lines.`,
  },
  weeksTable: {
    vi: 'Số buổi theo tuần; tuần không có buổi học thì không ghi',
    en: 'Half-days per week; weeks without any are left out',
  },
  roomsTable: { vi: 'Số buổi theo phòng', en: 'Half-days per room' },
  week: { vi: 'Tuần', en: 'Week' },
  fromTo: { vi: (from: string, to: string) => `${from} – ${to}`, en: (from: string, to: string) => `${from} – ${to}` },
  all: { vi: 'Tất cả', en: 'All' },
  room: { vi: 'Phòng', en: 'Room' },
  halfDays: { vi: 'Số buổi', en: 'Half-days' },
  noRoom: { vi: 'Chưa xếp phòng', en: 'No room yet' },
  nothing: {
    vi: (year: number) => `Năm ${year} chưa có buổi học nào.`,
    en: (year: number) => `No half-day in ${year}.`,
  },
  nothingNext: {
    vi: 'Biểu đồ có khi các lớp được xếp lịch. Năm khác xem ở đầu trang.',
    en: 'The plot appears once classes have a timetable. Other years are above.',
  },
});
