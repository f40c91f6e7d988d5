import { many } from '../platform/messages/counted';
import { words } from '../platform/messages/words';

export const calendarWords = words({
  help: {
    vi: 'Mọi buổi học đồng chí được xem, theo tháng hoặc theo tuần. Bấm vào một buổi để mở lớp của buổi đó.',
    en: 'All half-days you may see, by month or by week. Press a half-day to open its class.',
  },
  exam: { vi: 'Thi', en: 'Exam' },
  resit: { vi: 'Thi lại', en: 'Re-sit' },
  examCount: {
    vi: (exams: number) => `Có ${exams} kỳ thi.`,
    en: (exams: number) => `${many(exams, 'examination')}.`,
  },
  calendar: { vi: 'Lịch học', en: 'Calendar' },
  monthTitle: {
    vi: (month: string) => `Lịch học tháng ${month}`,
    en: (month: string) => `Calendar, ${month}`,
  },
  weekTitle: {
    vi: (from: string, to: string) => `Lịch học tuần ${from} – ${to}`,
    en: (from: string, to: string) => `Calendar, week ${from} – ${to}`,
  },
  count: {
    vi: (held: number) => `${held} buổi học.`,
    en: (held: number) => `${many(held, 'half-day')}.`,
  },
  cancelledCount: {
    vi: (count: number) => `${count} buổi đã hủy, được gạch ngang kèm lý do.`,
    en: (count: number) => `${count} cancelled, struck through with the reason.`,
  },
  nothing: { vi: 'Không có buổi học nào trong thời gian này.', en: 'There is no half-day in this period.' },
  classes: {
    vi: 'Lớp học',
    en: 'Classes',
  },
  nothingFiltered: {
    vi: 'Không có buổi học nào khớp với điều kiện lọc. Đồng chí bỏ bớt điều kiện hoặc xem tháng khác.',
    en: 'No half-day matches the filters; clear some of them or look at another month.',
  },
  nothingOwn: {
    vi: 'Lịch chỉ có các lớp đồng chí được cử hoặc đang học. Đồng chí xem thêm tháng trước, tháng sau.',
    en: 'The calendar holds only the classes you are nominated for or enrolled in; look at the months before and after.',
  },
  nothingYet: {
    vi: 'Buổi học hiện ở đây khi văn phòng đào tạo xếp lịch. Đồng chí xem thêm tháng trước, tháng sau.',
    en: 'Half-days appear once the training office makes a timetable; look at the months before and after.',
  },
  periods: { vi: 'Chuyển thời gian', en: 'Other periods' },
  views: { vi: 'Cách xem', en: 'View' },
  month: { vi: 'Theo tháng', en: 'Month' },
  week: { vi: 'Theo tuần', en: 'Week' },
  previousMonth: { vi: 'Tháng trước', en: 'Previous month' },
  nextMonth: { vi: 'Tháng sau', en: 'Next month' },
  previousWeek: { vi: 'Tuần trước', en: 'Previous week' },
  nextWeek: { vi: 'Tuần sau', en: 'Next week' },
  today: { vi: 'Hôm nay', en: 'Today' },
  day: { vi: 'Ngày', en: 'Day' },
  allCourses: { vi: 'Mọi chương trình', en: 'All courses' },
  course: { vi: 'Chương trình', en: 'Course' },
  room: { vi: 'Phòng', en: 'Room' },
  allRooms: { vi: 'Mọi phòng', en: 'All rooms' },
  lecturer: { vi: 'Giảng viên', en: 'Lecturer' },
  allLecturers: { vi: 'Mọi giảng viên', en: 'All lecturers' },
  unit: { vi: 'Đơn vị cử người', en: 'Unit sending people' },
  allUnits: { vi: 'Mọi đơn vị', en: 'All units' },
  cancelled: { vi: (reason: string) => `ĐÃ HỦY: ${reason}`, en: (reason: string) => `CANCELLED: ${reason}` },
  more: {
    vi: (count: number) => `và ${count} buổi nữa`,
    en: (count: number) => `and ${count} more`,
  },
  moreOn: { vi: (day: string) => `ngày ${day}`, en: (day: string) => `on ${day}` },
  draft: { vi: 'Bản thảo', en: 'Draft' },
  holiday: { vi: (name: string) => `Nghỉ lễ: ${name}`, en: (name: string) => `Holiday: ${name}` },
  roomBoard: { vi: 'Phòng học hôm nay', en: 'Rooms today' },
  load: { vi: 'Khối lượng buổi học', en: 'Half-days of the year' },
});
