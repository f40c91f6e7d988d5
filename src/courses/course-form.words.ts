import { words } from '../platform/messages/words';

export const courseFormWords = words({
  helpToAdd: {
    vi: 'Quy định về điều kiện cử học, hoàn thành và văn bằng được thêm sau, ở trang của chương trình.',
    en: 'Its rules of admission, completion and award are added afterwards, on its page.',
  },
  helpToEdit: {
    vi: 'Quá trình đào tạo, giấy chứng nhận đã ghi giữ tên cũ. Bước xét duyệt mới áp dụng cho cả các lượt cử đang chờ.',
    en: 'Existing records and certificates keep the old name. New review steps also apply to nominations still waiting.',
  },
  establish: { vi: 'Nạp bảy chương trình', en: 'Load the seven courses' },
  establishHint: {
    vi: 'Bảy chương trình thường dùng, kèm quy định có căn cứ; quy định nào chưa đối chiếu được ghi “chưa xác minh”. Nạp xong vẫn sửa được từng chương trình.',
    en: 'The seven usual courses with their rules and sources; a rule that has not been checked is marked “unverified”. Each course can be changed afterwards.',
  },
  established: { vi: 'Đã nạp bảy chương trình.', en: 'The seven courses are loaded.' },
  add: { vi: 'Thêm chương trình', en: 'Add a course' },
  added: {
    vi: 'Đã thêm chương trình. Hãy thêm các quy định của chương trình ở dưới.',
    en: 'The course is added. Add its rules below.',
  },
  edit: { vi: 'Sửa chương trình', en: 'Change the course' },
  changed: { vi: 'Đã sửa chương trình.', en: 'The course is changed.' },
  code: { vi: 'Mã', en: 'Code' },
  codeHint: {
    vi: 'Ngắn, không trùng chương trình khác; không sửa được về sau.',
    en: 'Short and unique; it cannot be changed later.',
  },
  nameVi: { vi: 'Tên tiếng Việt', en: 'Name in Vietnamese' },
  nameEn: { vi: 'Tên tiếng Anh', en: 'Name in English' },
  kindHint: { vi: 'Không sửa được về sau.', en: 'It cannot be changed later.' },
  approvalSteps: { vi: 'Ai xét duyệt', en: 'Who reviews' },
  group: { vi: 'Tập đoàn cho ý kiến trước', en: 'The Group, before the Bloc' },
  bloc: { vi: 'Khối', en: 'The Bloc' },
  carries: {
    vi: 'Khi học tiếp ở lớp khác của chương trình',
    en: 'When a person continues in another class of the course',
  },
  carriesHint: {
    vi: 'Áp dụng khi chuyển lớp và khi học tiếp sau bảo lưu. Thường mang theo cả, vì buổi đã học, học phần đã thi thì không học lại.',
    en: 'For transfers and for people who return after a deferral. Usually everything is carried over, so that nothing has to be attended or sat twice.',
  },
  all: { vi: 'Mang theo cả điểm danh và điểm', en: 'Attendance and marks are carried over' },
  attendance: { vi: 'Chỉ mang theo điểm danh', en: 'Only attendance is carried over' },
  marks: { vi: 'Chỉ mang theo điểm', en: 'Only marks are carried over' },
  nothing: { vi: 'Không mang theo gì, học lại từ đầu', en: 'Nothing is carried over' },
  attendanceOpensMinutes: {
    vi: 'Mở điểm danh trước giờ học (phút)',
    en: 'Attendance opens before the half-day (minutes)',
  },
  attendanceOpensHint: {
    vi: 'Trước đó không ghi có mặt được, cả trên sổ lẫn bằng mã; nghỉ phép biết trước vẫn duyệt được. Thường là 60 phút, đủ để đón khách vào hội trường.',
    en: 'Before that time no one can be marked present, on the sheet or by code; leave known earlier can still be approved. Usually 60 minutes, enough for people to arrive.',
  },
  shortStayMinutes: {
    vi: 'Vào rồi ra trong vòng (phút) thì báo chủ nhiệm',
    en: 'Report to the manager people who leave within (minutes)',
  },
  shortStayHint: {
    vi: 'Chỉ đánh dấu trên sổ để xem lại, không tự đổi điểm danh. Thường là 30 phút, ít hơn một tiết; ghi 0 nếu không cần báo.',
    en: 'Only flagged on the sheet; attendance is not changed automatically. Usually 30 minutes, less than one period; enter 0 to flag no one.',
  },
  minutes: { vi: (count: number) => `${count} phút`, en: (count: number) => `${count} minutes` },
  save: { vi: 'Lưu', en: 'Save' },
  retire: { vi: 'Ngừng chương trình', en: 'Retire the course' },
  retireWhat: {
    vi: 'Từ ngày đó không mở lớp mới của chương trình này. Lớp đã lập vẫn học, đóng lớp và cấp giấy như thường.',
    en: 'From that day no new class of this course can be planned. Classes already planned continue and close as usual.',
  },
  retireFrom: { vi: 'Ngừng từ ngày', en: 'From' },
  reason: { vi: 'Quyết định, lý do', en: 'Decision or reason' },
  retired: { vi: 'Đã ghi ngày ngừng chương trình.', en: 'The day the course retires is set.' },
  retiredFrom: { vi: (day: string) => `Ngừng từ ${day}`, en: (day: string) => `Retired from ${day}` },
  bringBack: { vi: 'Dùng lại chương trình', en: 'Bring the course back' },
  bringBackWhat: { vi: 'Lại mở được lớp mới của chương trình này.', en: 'New classes of it may open again.' },
  returned: { vi: 'Chương trình được dùng lại.', en: 'The course is in use again.' },
  state: { vi: 'Tình trạng', en: 'State' },
  inUse: { vi: 'Đang dùng', en: 'In use' },
});
