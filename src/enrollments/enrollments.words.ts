import { declareActions } from '../platform/journal/actions';
import { words } from '../platform/messages/words';

/** Also the heading of the page it leads to. */
export const essaysTitle = { vi: 'Bài thu hoạch', en: 'Essays' } as const;

export const enrollmentWords = words({
  help: {
    vi: 'Danh sách học viên chính thức của lớp. Mở một người để xem điểm danh, bài thu hoạch và kết quả.',
    en: 'The people enrolled in the class. Open one to see their attendance, essay and result.',
  },
  essays: essaysTitle,
  roster: { vi: 'Danh sách học viên', en: 'Roster' },
  rosterOf: {
    vi: (code: string, people: number) => `Danh sách học viên lớp ${code} (${people} người)`,
    en: (code: string, people: number) => `Roster of class ${code} (${people})`,
  },
  peopleWhoLeft: {
    vi: (code: string) => `Người đã thôi học lớp ${code}`,
    en: (code: string) => `People who left class ${code}`,
  },
  people: { vi: 'Học viên', en: 'People' },
  units: { vi: 'Đơn vị', en: 'Units' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  allUnits: { vi: 'Tất cả đơn vị', en: 'All units' },
  ofUnit: {
    vi: (unit: string, people: number) => `${unit} (${people})`,
    en: (unit: string, people: number) => `${unit} (${people})`,
  },
  group: { vi: 'Tổ', en: 'Group' },
  allGroups: { vi: 'Tất cả các tổ', en: 'All groups' },
  ungrouped: { vi: 'Chưa xếp tổ', en: 'In no group yet' },
  leaderOf: { vi: (group: string) => `${group} (tổ trưởng)`, en: (group: string) => `${group} (leader)` },
  name: { vi: 'Họ và tên', en: 'Name' },
  code: { vi: 'Mã', en: 'Code' },
  position: { vi: 'Chức vụ', en: 'Position' },
  essay: { vi: 'Bài thu hoạch', en: 'Essay' },
  essayNotHandedIn: { vi: 'Chưa nộp', en: 'Not handed in' },
  essayWaits: { vi: 'Đã nộp, chưa chấm', en: 'Handed in, not marked' },
  beforeJoining: {
    vi: (count: number) => `Trước khi vào lớp: ${count}`,
    en: (count: number) => `Before joining: ${count}`,
  },
  presentOf: {
    vi: (present: number, held: number) => `${present}/${held}`,
    en: (present: number, held: number) => `${present} of ${held}`,
  },
  ahead: { vi: 'Còn lại', en: 'To come' },
  movedTo: { vi: (unit: string) => `Đã chuyển sang ${unit}`, en: (unit: string) => `Moved to ${unit}` },
  leftUnit: { vi: (day: string) => `Đã rời đơn vị từ ${day}`, en: (day: string) => `Left the unit on ${day}` },
  decideOnLeaver: { vi: (what: string) => `${what} – cần quyết định`, en: (what: string) => `${what} – decide` },
  left: { vi: 'Thôi học', en: 'Left' },
  leftReason: { vi: 'Lý do', en: 'Reason' },
  continues: { vi: (code: string) => `Học tiếp từ ${code}`, en: (code: string) => `Came from ${code}` },
  continuedIn: { vi: 'Học tiếp ở lớp', en: 'Continues in' },
  learning: { vi: 'Việc học', en: 'Learning' },
  seeLearning: { vi: 'Xem', en: 'See' },
  showLeft: {
    vi: (count: number) => `Xem người đã thôi học (${count})`,
    en: (count: number) => `People who left (${count})`,
  },
  showInClass: { vi: 'Xem người đang học', en: 'People in the class' },
  nobodyYet: { vi: 'Chưa có học viên.', en: 'No one is enrolled yet.' },
  nobodyYetNext: {
    vi: 'Người được cử có tên ở đây sau khi văn phòng đào tạo xét duyệt ở phần “Cử học”.',
    en: 'Nominees appear here once the training office has accepted them under “Nominations”.',
  },
  nobodyFound: { vi: 'Không có ai theo điều kiện lọc.', en: 'Nobody matches the filters.' },
  nobodyFoundNext: { vi: 'Hãy bỏ lọc để xem cả danh sách.', en: 'Clear the filter to see the whole list.' },
});

export const enrollmentActions = declareActions('enrollments', {
  carried: { vi: 'đã chuyển kết quả học từ lớp trước', en: 'carried what was learned in the class before' },
  came_back: {
    vi: 'đã đưa học viên trở lại danh sách vì lớp không hủy nữa',
    en: 'brought somebody back to the roster, as the class is on again',
  },
  deferred: { vi: 'đã ghi quyết định cho bảo lưu', en: 'recorded a deferral' },
  ended: { vi: 'đã cho thôi học', en: 'ended an enrollment' },
  made: { vi: 'đã ghi danh học viên', en: 'enrolled a person' },
  unmade: { vi: 'đã hoàn tác việc ghi danh, chưa báo cho ai', en: 'undid an enrollment nobody was told of' },
  office_entry_made: { vi: 'đã lập quyết định ghi danh của văn phòng', en: 'made an office entry' },
});
