import { words } from '../platform/messages/words';

/** What the lines can be narrowed to: how their actions begin. */
export const actionGroups = words({
  'nominations.': { vi: 'Cử đi học', en: 'Nominations' },
  'seats.': { vi: 'Chỉ tiêu', en: 'Seats' },
  'lists.': { vi: 'Danh sách Excel', en: 'Nomination lists' },
  'classes.': { vi: 'Lớp', en: 'Classes' },
  'class_templates.': { vi: 'Mẫu lớp', en: 'Class templates' },
  'training_plans.': { vi: 'Kế hoạch năm', en: 'Yearly plan' },
  'modules.': { vi: 'Học phần', en: 'Modules' },
  'rooms.': { vi: 'Phòng học', en: 'Rooms' },
  'lecturers.': { vi: 'Giảng viên', en: 'Lecturers' },
  'half_days.': { vi: 'Buổi học', en: 'Half-days' },
  'calendars.': { vi: 'Lịch trên điện thoại', en: 'Calendars' },
  'public_holidays.': { vi: 'Ngày nghỉ lễ', en: 'Public holidays' },
  'study_sessions.': { vi: 'Học tập nghị quyết', en: 'Study sessions' },
  'enrollments.': { vi: 'Học viên', en: 'Enrollments' },
  'attendance.': { vi: 'Điểm danh', en: 'Attendance' },
  'leave.': { vi: 'Xin nghỉ học', en: 'Leave' },
  'essays.': { vi: 'Bài thu hoạch', en: 'Essays' },
  'marks.': { vi: 'Điểm', en: 'Marks' },
  'exam_permissions.': { vi: 'Cho phép dự thi', en: 'Examinations' },
  'mark_imports.': { vi: 'Bảng điểm Excel', en: 'Workbooks of marks' },
  'completions.': { vi: 'Kết quả', en: 'Completions' },
  'printouts.': { vi: 'In ấn', en: 'Printed papers' },
  'certificates.': { vi: 'Giấy chứng nhận', en: 'Certificates' },
  'diplomas.': { vi: 'Bằng tốt nghiệp', en: 'Diplomas' },
  'overrides.': { vi: 'Trường hợp ngoại lệ', en: 'Exceptions' },
  'training_records.': { vi: 'Quá trình đào tạo', en: 'Training records' },
  'people.': { vi: 'Cán bộ, đảng viên', en: 'People' },
  'roster_imports.': { vi: 'Danh sách đơn vị', en: 'Rosters' },
  'reports.': { vi: 'Báo cáo', en: 'Reports' },
  'reminders.': { vi: 'Nhắc việc', en: 'Reminders' },
  'webhooks.': { vi: 'Cổng SMS, trò chuyện', en: 'Webhooks' },
  'mail.': { vi: 'Thư', en: 'Mail' },
  'queue.': { vi: 'Hàng việc', en: 'Queue' },
  'jobs.': { vi: 'Việc tự động', en: 'Jobs' },
  'accounts.': { vi: 'Tài khoản', en: 'Accounts' },
  'courses.': { vi: 'Chương trình', en: 'Courses' },
  'first_steps.': { vi: 'Những bước đầu', en: 'First steps' },
  'units.': { vi: 'Tổ chức', en: 'Organisation' },
});

/** The service when it acts by itself, by the name it signs with. */
export const serviceNames = words({
  reminders: { vi: 'Hệ thống (nhắc việc)', en: 'The service (reminders)' },
  calendars: { vi: 'Hệ thống (lịch học)', en: 'The service (calendars)' },
  completions: { vi: 'Hệ thống (kết thúc lớp)', en: 'The service (closing classes)' },
  demo: { vi: 'Dữ liệu minh họa', en: 'The demo' },
  'set-up': { vi: 'Hệ thống (thiết lập)', en: 'The service (set-up)' },
});

export const journalWords = words({
  title: { vi: 'Nhật ký', en: 'Journal' },
  subtitle: {
    vi: 'Ai đã làm gì, với ai, lúc nào và vì sao; mới nhất trước. Không ai sửa hay xóa được các dòng này.',
    en: 'Who did what, to whom, when and why; newest first. Nobody can change or remove these lines.',
  },
  ofOne: { vi: 'Chỉ các dòng về một mục.', en: 'Only the lines about one thing.' },
  group: { vi: 'Về việc gì', en: 'About' },
  all: { vi: '— Tất cả —', en: '— All —' },
  reason: { vi: 'Lý do:', en: 'Why:' },
  none: { vi: 'Chưa có dòng nhật ký nào', en: 'No lines yet' },
  noneNext: { vi: 'Hãy bỏ bớt điều kiện lọc, hoặc xem lại sau.', en: 'Loosen the filter, or come back later.' },
});
