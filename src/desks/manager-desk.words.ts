import { many } from '../platform/messages/counted';
import { words } from '../platform/messages/words';

export const managerWords = words({
  groupIn: {
    vi: (group: string, className: string) => `Phụ trách ${group}: ${className}`,
    en: (group: string, className: string) => `In charge of ${group}: ${className}`,
  },
  peopleInGroup: {
    vi: (people: number) => `${people} học viên.`,
    en: (people: number) => `${many(people, 'person', 'people')}.`,
  },
  groupRoster: { vi: 'Danh sách tổ', en: 'Its people' },
  leaveReopened: {
    vi: (count: number) => `${count} đơn xin nghỉ cho giờ cũ của buổi học đã dời, chờ học viên xin lại`,
    en: (count: number) => `${many(count, 'leave')} for the old time of a half-day that moved, to be asked for again`,
  },
  leaveToDecide: {
    vi: (count: number) => `${count} đơn xin nghỉ chờ quyết định`,
    en: (count: number) => `${many(count, 'request')} for leave to decide on`,
  },
  today: { vi: 'Buổi học hôm nay', en: 'Half-days today' },
  takeAttendance: { vi: 'Điểm danh', en: 'Take attendance' },
  marked: {
    vi: (marked: number, people: number) => `Đã điểm danh ${marked}/${people}`,
    en: (marked: number, people: number) => `${marked} of ${people} marked`,
  },
  noLearners: { vi: 'Lớp chưa có học viên', en: 'No learners yet' },
  noneToday: { vi: 'Hôm nay lớp không học', en: 'No class today' },
  noneTodayNext: { vi: 'Buổi tiếp theo ở ngay bên dưới.', en: 'The next half-day is shown just below.' },
  next: { vi: 'Buổi tiếp theo', en: 'Next' },
  noneNext: { vi: 'Không còn buổi học nào', en: 'No half-day left' },
  noneNextNext: {
    vi: 'Nếu lịch còn thiếu, đồng chí báo văn phòng đào tạo.',
    en: 'If the timetable is incomplete, tell the training office.',
  },
  unmarked: { vi: 'Buổi đã qua chưa điểm danh đủ', en: 'Past half-days not fully marked' },
  attendance: { vi: 'Điểm danh', en: 'Attendance' },
  classes: { vi: 'Các lớp', en: 'Classes' },
  learners: { vi: 'Học viên', en: 'Learners' },
  days: { vi: 'Thời gian', en: 'Days' },
  roster: { vi: 'Danh sách học viên', en: 'Roster' },
  calendar: { vi: 'Lịch học trên điện thoại', en: 'Add to my phone calendar' },
  noClasses: { vi: 'Không có lớp nào đang thực hiện', en: 'No class in progress' },
  noClassesNext: {
    vi: 'Lớp được phân công sẽ hiện ở đây khi được thông báo; lớp đã kết thúc xem ở mục Lớp học.',
    en: 'A class you manage appears here once it is announced; closed classes are under Classes.',
  },
});
