import { declareActions } from '../platform/journal/actions';
import { words } from '../platform/messages/words';

export const courseWords = words({
  help: {
    vi: 'Mỗi chương trình có điều kiện cử học, điều kiện hoàn thành và văn bằng, chứng nhận. Mở một chương trình để đọc quy định đang áp dụng.',
    en: 'Each course has its rules of admission, completion and award. Open one to read the rules in force.',
  },
  helpOfOne: {
    vi: 'Quy định của chương trình theo từng thời gian hiệu lực, kèm căn cứ. Muốn biết ai học được, hãy đọc phần điều kiện cử học.',
    en: 'The rules of the course with the days they are in force and their sources. The rules of admission say who may be nominated.',
  },
  courses: { vi: 'Chương trình', en: 'Courses' },
  noCourses: { vi: 'Chưa có chương trình nào.', en: 'There is no course yet.' },
  noCoursesNext: {
    vi: 'Văn phòng đào tạo của Khối lập danh mục chương trình rồi mới mở lớp.',
    en: 'The training office of the Bloc sets up the courses before classes are planned.',
  },
  loadThemFirst: { vi: 'Nạp hoặc thêm chương trình trước', en: 'Load or add courses first' },
  name: { vi: 'Chương trình', en: 'Course' },
  code: { vi: 'Mã', en: 'Code' },
  kind: { vi: 'Loại', en: 'Kind' },
  short: { vi: 'Lớp bồi dưỡng', en: 'Short class' },
  theory: { vi: 'Lớp lý luận chính trị dài hạn', en: 'Long theory class' },
  study_session: { vi: 'Hội nghị học tập', en: 'Study session' },
  raisesTo: { vi: 'Nâng trình độ LLCT lên', en: 'Raises the theory level to' },
  raisesNone: { vi: 'Không nâng trình độ', en: 'Raises none' },
  approval: { vi: 'Xét duyệt', en: 'Review' },
  byBloc: { vi: 'Khối', en: 'Bloc' },
  byGroupThenBloc: { vi: 'Tập đoàn cho ý kiến, sau đó Khối', en: 'Group endorses, then the Bloc' },
  award: { vi: 'Văn bằng, chứng nhận', en: 'Award' },
  certificate: { vi: 'Giấy chứng nhận', en: 'Certificate' },
  diploma: { vi: 'Bằng tốt nghiệp của trường', en: 'Diploma of the school' },
  none: { vi: 'Không cấp', en: 'None' },
  usualHalfDays: { vi: 'Số buổi thường học', en: 'Usual half-days' },
  back: { vi: 'Chương trình', en: 'Courses' },
  on: { vi: 'Xem quy định có hiệu lực ngày', en: 'Rules in force on' },
  rulesOn: {
    vi: (day: string) => `Quy định có hiệu lực ngày ${day}`,
    en: (day: string) => `Rules in force on ${day}`,
  },
  changedOn: { vi: 'Quy định thay đổi vào các ngày:', en: 'The rules changed on:' },
  admission: { vi: 'Điều kiện cử học', en: 'Admission' },
  composition: { vi: 'Cơ cấu lớp mong muốn', en: 'Whom a class should have' },
  completion: { vi: 'Điều kiện hoàn thành', en: 'Completion' },
  awardRules: { vi: 'Văn bằng, chứng nhận', en: 'Award' },
  noRules: { vi: 'Ngày này không có quy định nào.', en: 'No rule is in force on this day.' },
  noRulesNext: {
    vi: 'Quy định đã thêm có ở đây từ ngày hiệu lực.',
    en: 'A rule that was added is here from its first day.',
  },
  rule: { vi: 'Quy định', en: 'Rule' },
  effect: { vi: 'Khi không đạt', en: 'When not met' },
  warn: { vi: 'Lưu ý', en: 'Warns' },
  block: { vi: 'Không cử được', en: 'Blocks' },
  effectHint: {
    vi: '"Không cử được" vẫn có ngoại lệ khi cấp có thẩm quyền quyết định; khi đó phải ghi số, ngày quyết định và lý do.',
    en: 'What "blocks" may still be decided otherwise by the competent authority; its decision and reason are then recorded.',
  },
  citation: { vi: 'Căn cứ', en: 'Source' },
  inForce: { vi: 'Hiệu lực', en: 'In force' },
  from: { vi: (day: string) => `từ ${day}`, en: (day: string) => `from ${day}` },
  fromTo: {
    vi: (from: string, to: string) => `${from} – ${to}`,
    en: (from: string, to: string) => `${from} – ${to}`,
  },
  unverified: { vi: 'Chưa xác minh', en: 'Unverified' },
  verified: { vi: 'Đã xác minh', en: 'Verified' },
  unverifiedHint: {
    vi: 'Quy định "chưa xác minh" là giá trị đang dùng tạm, chưa đối chiếu được với văn bản gốc. Văn phòng đào tạo cần kiểm tra trước khi dựa vào đó để từ chối.',
    en: 'An "unverified" rule is a working default that has not been checked against its source. The training office should check it before refusing anybody because of it.',
  },
});

export const courseActions = declareActions('courses', {
  changed: { vi: 'đã sửa chương trình', en: 'changed the course' },
  created: { vi: 'đã thêm chương trình', en: 'created the course' },
  established: { vi: 'đã lập danh mục chương trình', en: 'established the course' },
  retired: { vi: 'đã ngừng chương trình', en: 'retired the course' },
  returned: { vi: 'đã cho dùng lại chương trình', en: 'brought the course back' },
  rule_ended: { vi: 'đã cho một quy tắc hết hiệu lực', en: 'ended a rule of the course' },
  rule_put_in_force: { vi: 'đã đưa một quy tắc vào hiệu lực', en: 'put a rule of the course into force' },
});
