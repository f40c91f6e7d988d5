import { declareActions } from '../platform/journal/actions';
import { words } from '../platform/messages/words';
import type { FirstStep } from './first-steps';

export const firstStepWords = words({
  help: {
    vi: 'Từ hệ thống trống đến lớp đầu tiên. Làm đến đâu ghi nhận đến đó, có thể dừng và quay lại bất cứ lúc nào.',
    en: 'From an empty service to its first class. Finished steps are marked automatically, and you can stop and come back at any time.',
  },
  title: { vi: 'Những bước đầu', en: 'First steps' },
  progress: {
    vi: (done: number, all: number) => `Xong ${done} trong ${all} bước`,
    en: (done: number, all: number) => `${done} of ${all} steps are done`,
  },
  all: { vi: 'Xem các bước', en: 'See the steps' },
  step: { vi: 'Bước', en: 'Step' },
  state: { vi: 'Tình trạng', en: 'State' },
  open: { vi: 'Chưa làm', en: 'To do' },
  done: { vi: 'Đã xong', en: 'Done' },
  looked_at: { vi: 'Đã xem', en: 'Looked at' },
  skipped: { vi: 'Bỏ qua', en: 'Skipped' },
  actions: { vi: 'Việc có thể làm', en: 'Actions' },
  go: { vi: 'Mở', en: 'Open' },
  someoneElse: {
    vi: 'Việc của tài khoản có quyền khác; quản trị viên cấp quyền.',
    en: 'For an account with another role; the administrator grants roles.',
  },
  skip: { vi: 'Bỏ qua', en: 'Skip' },
  lookedAt: { vi: 'Đã xem các quy định', en: 'I looked at the rules' },
  takeUp: { vi: 'Làm lại bước này', en: 'Take it up again' },
  noted: { vi: 'Đã ghi nhận.', en: 'Noted.' },
});

export const stepNames = words({
  office: { vi: 'Văn phòng của Khối', en: 'This office' },
  units: { vi: 'Cây đơn vị', en: 'The tree of units' },
  courses: { vi: 'Bảy chương trình', en: 'The seven courses' },
  rules: { vi: 'Xem quy định, căn cứ của từng chương trình', en: 'Look at the rules and their sources' },
  accounts: { vi: 'Tài khoản và vai trò', en: 'Accounts and roles' },
  rosters: { vi: 'Danh sách cán bộ, đảng viên', en: 'Rosters of people' },
  rooms: { vi: 'Phòng học và giờ học', en: 'Rooms and times of half-days' },
  lecturers: { vi: 'Giảng viên, báo cáo viên', en: 'Lecturers' },
  mail: { vi: 'Thư: gửi thử một thư', en: 'Mail: send a test' },
  first_class: {
    vi: 'Lớp đầu tiên: lập và thông báo chiêu sinh',
    en: 'The first class: plan it and announce its call',
  },
} satisfies Record<FirstStep, { vi: string; en: string }>);

/** What each step is for, and what is done on its page. */
export const stepHints = words({
  office: {
    vi: 'Tên, địa chỉ, giờ học, và phần đầu văn bản với người ký in trên mọi danh sách, quyết định, giấy chứng nhận.',
    en: 'Names, address, times, and the letterhead with who signs, which stand on every list, decision and certificate.',
  },
  units: {
    vi: 'Thêm từng đơn vị, hoặc cả danh sách từ tệp Excel hay bằng cách dán; có sẵn ví dụ để sửa.',
    en: 'Add units one by one, or many from a sheet or by pasting; an example is offered.',
  },
  courses: {
    vi: 'Nạp bằng một nút, rồi sửa hoặc thêm chương trình riêng.',
    en: 'One button loads them; change them or add your own.',
  },
  rules: {
    vi: 'Quy định ghi “chưa xác minh” là giá trị tạm. Hãy đối chiếu rồi sửa, hoặc ghi là đã xem.',
    en: 'Rules marked “unverified” are working defaults: check and change them, or confirm that you have looked at them.',
  },
  accounts: {
    vi: 'Mời bí thư các đơn vị và văn phòng; mỗi người tự đặt mật khẩu qua liên kết hoặc phiếu mời.',
    en: 'Invite the secretaries and the office; each chooses a password through a link or a printed slip.',
  },
  rosters: {
    vi: 'Tải tệp của từng đơn vị; xem trước rồi mới lưu.',
    en: 'Upload the file of each unit; it is shown before anything is stored.',
  },
  rooms: {
    vi: 'Phòng học, sức chứa và giờ của các buổi sáng, chiều, tối.',
    en: 'Rooms, how many they hold, and the times of mornings, afternoons and evenings.',
  },
  lecturers: { vi: 'Để xếp lịch không trùng giờ.', en: 'So that timetables do not clash.' },
  mail: {
    vi: 'Thử gửi đến chính địa chỉ của mình; chưa có máy chủ thư thì bỏ qua, thư được giữ ở trang Thư đã gửi.',
    en: 'Send one to yourself; if there is no mail server, skip this: messages are kept on the page Mail sent.',
  },
  first_class: {
    vi: 'Lập lớp, xếp lịch, phân bổ chỉ tiêu rồi thông báo.',
    en: 'Plan it, make its timetable, allocate its seats, and announce it.',
  },
} satisfies Record<FirstStep, { vi: string; en: string }>);

export const firstStepActions = declareActions('first_steps', {
  looked_at: { vi: 'đã ghi là đã xem một bước thiết lập', en: 'said a first step was looked at' },
  skipped: { vi: 'đã bỏ qua một bước thiết lập', en: 'skipped a first step' },
  taken_up: { vi: 'đã mở lại một bước thiết lập', en: 'took up a first step again' },
});
