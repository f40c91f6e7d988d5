import { words } from '../platform/messages/words';

export const roomBoardWords = words({
  exam: { vi: 'Thi', en: 'Examination' },
  examOf: { vi: (topic: string) => `Thi: ${topic}`, en: (topic: string) => `Examination: ${topic}` },
  title: { vi: (day: string) => `Phòng học ngày ${day}`, en: (day: string) => `Rooms on ${day}` },
  todayTitle: { vi: (day: string) => `Phòng học hôm nay, ${day}`, en: (day: string) => `Rooms today, ${day}` },
  room: { vi: 'Phòng', en: 'Room' },
  free: { vi: 'Trống', en: 'Free' },
  kept: { vi: 'Đã giữ chỗ', en: 'Kept' },
  cancelled: { vi: (reason: string) => `ĐÃ HỦY: ${reason}`, en: (reason: string) => `CANCELLED: ${reason}` },
  days: { vi: 'Chuyển ngày', en: 'Other days' },
  previousDay: { vi: 'Hôm trước', en: 'Day before' },
  today: { vi: 'Hôm nay', en: 'Today' },
  nextDay: { vi: 'Hôm sau', en: 'Day after' },
  day: { vi: 'Xem ngày', en: 'Show the day' },
  holiday: { vi: (name: string) => `Nghỉ lễ: ${name}.`, en: (name: string) => `Holiday: ${name}.` },
  noRooms: { vi: 'Chưa có phòng nào.', en: 'There is no room yet.' },
  noRoomsNext: {
    vi: 'Phòng hiện ở đây khi văn phòng đào tạo nhập danh sách phòng.',
    en: 'Rooms appear here once the training office enters them.',
  },
  calendar: { vi: 'Lịch học', en: 'Calendar' },
  manyRooms: {
    vi: (count: number) => `Chỉ hiện ${count} phòng đầu theo tên.`,
    en: (count: number) => `Only the first ${count} rooms by name are shown.`,
  },
});
