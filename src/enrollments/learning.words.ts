import { words } from '../platform/messages/words';

export const learningWords = words({
  help: {
    vi: 'Việc học của một người ở một lớp: buổi học, điểm danh, bài thu hoạch, điểm. Việc đến hạn ghi ngay phần đầu.',
    en: 'One person in one class: half-days, attendance, essay, marks. What is due comes first.',
  },
  because: { vi: (reason: string) => `Lý do: ${reason}.`, en: (reason: string) => `Why: ${reason}.` },
  title: { vi: (name: string) => `Việc học của ${name}`, en: (name: string) => `Study record of ${name}` },
  backToRoster: { vi: 'Danh sách học viên', en: 'Roster' },
  backToClass: { vi: 'Lớp', en: 'The class' },
  person: { vi: 'Hồ sơ cán bộ', en: 'The person' },
  marks: { vi: 'Điểm các học phần', en: 'Marks' },
  transfer: { vi: 'Chuyển sang lớp khác', en: 'Transfer to another class' },
  left: {
    vi: (day: string, reason: string) => `Đã thôi học lớp này ngày ${day}. Lý do: ${reason}`,
    en: (day: string, reason: string) => `Left this class on ${day}. Reason: ${reason}`,
  },
  stays: {
    vi: 'Những gì đã ghi khi còn học ở lớp vẫn giữ nguyên dưới đây.',
    en: 'What was recorded while in the class stays as it is below.',
  },
  defer: { vi: 'Cho bảo lưu', en: 'Defer' },
  deferred: {
    vi: (until: string, number: string, day: string) =>
      `Bảo lưu đến hết ngày ${until} theo Quyết định số ${number} ngày ${day}.`,
    en: (until: string, number: string, day: string) => `Deferred until ${until} by decision ${number} of ${day}.`,
  },
  goOn: { vi: 'Mang theo kết quả lớp trước', en: 'Go on with an earlier class' },
  goOnWhat: {
    vi: 'Dùng khi học lại lớp chưa hoàn thành: điểm danh và điểm đã có được mang theo như chương trình cho phép, có ghi học, thi ở lớp nào.',
    en: 'For a person who repeats a class: existing attendance and marks are carried over as the course allows, each with the class it comes from.',
  },
  earlierClass: { vi: 'Lớp trước', en: 'The earlier class' },
  reason: { vi: 'Lý do', en: 'Reason' },
  wentOn: { vi: 'Đã mang theo kết quả lớp trước.', en: 'The results of the earlier class were carried over.' },
  learnsOn: { vi: 'Học tiếp ở lớp', en: 'Continues in' },
  cameFrom: { vi: 'Học tiếp từ lớp', en: 'Came from' },
  halfDays: { vi: 'Điểm danh từng buổi', en: 'Attendance, half-day by half-day' },
  halfDay: { vi: 'Buổi', en: 'Half-day' },
  makeUp: { vi: 'Học ghép', en: 'Made up' },
  arrangeVisit: { vi: 'Xếp học ghép', en: 'Arrange' },
  seeVisit: { vi: 'Xem', en: 'See' },
  topic: { vi: 'Nội dung', en: 'Topic' },
  attendance: { vi: 'Điểm danh', en: 'Attendance' },
  none: { vi: 'Lớp chưa có buổi học nào.', en: 'The class has no half-days yet.' },
});
