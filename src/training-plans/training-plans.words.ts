import { declareActions } from '../platform/journal/actions';
import { words } from '../platform/messages/words';

export const planWords = words({
  title: {
    vi: (year: number) => `Kế hoạch đào tạo, bồi dưỡng năm ${year}`,
    en: (year: number) => `Training plan ${year}`,
  },
  subtitle: {
    vi: 'Số lớp và số người dự kiến của từng chương trình theo quý. Lớp bản thảo và lớp đã hủy chưa tính là thực hiện.',
    en: 'Classes and people planned for each course by quarter. Drafts and cancelled classes do not count as carried out.',
  },
  yearBefore: { vi: (year: number) => `← Năm ${year}`, en: (year: number) => `← ${year}` },
  yearAfter: { vi: (year: number) => `Năm ${year} →`, en: (year: number) => `${year} →` },
  byQuarter: { vi: 'Theo chương trình và quý', en: 'By course and quarter' },
  course: { vi: 'Chương trình', en: 'Course' },
  quarter: { vi: 'Quý', en: 'Quarter' },
  quarterNumber: { vi: (quarter: number) => `Quý\u00a0${quarter}`, en: (quarter: number) => `Quarter\u00a0${quarter}` },
  wholeYear: { vi: 'Cả năm', en: 'Year' },
  share: { vi: '% kế hoạch', en: '% of plan' },
  classesOf: {
    vi: (opened: number, planned: number) => `${opened}/${planned}\u00a0lớp`,
    en: (opened: number, planned: number) => `${opened}/${planned}\u00a0classes`,
  },
  peopleOf: {
    vi: (enrolled: number, target: number) => `${enrolled}/${target}\u00a0người`,
    en: (enrolled: number, target: number) => `${enrolled}/${target}\u00a0people`,
  },
  peopleShare: { vi: (share: string) => `người:\u00a0${share}`, en: (share: string) => `people:\u00a0${share}` },
  lines: { vi: 'Các dòng kế hoạch', en: 'Lines of the plan' },
  planned: { vi: 'Kế hoạch', en: 'Planned' },
  drafted: { vi: 'Bản thảo', en: 'Drafts' },
  announced: { vi: 'Chiêu sinh', en: 'Announced' },
  confirmed: { vi: 'Đã mở', en: 'Confirmed' },
  closed: { vi: 'Đã kết thúc', en: 'Closed' },
  cancelled: { vi: 'Đã hủy', en: 'Cancelled' },
  people: { vi: 'Học viên', en: 'People' },
  actions: { vi: 'Việc cần làm', en: 'What to do' },
  openClass: { vi: 'Mở\u00a0lớp', en: 'Plan a\u00a0class' },
  openClassFor: {
    vi: (course: string, quarter: number) => `Mở lớp ${course}, quý ${quarter}`,
    en: (course: string, quarter: number) => `Plan a class of ${course}, quarter ${quarter}`,
  },
  editLine: { vi: 'Sửa', en: 'Change' },
  editLineOf: {
    vi: (course: string, quarter: number) => `Sửa dòng ${course}, quý ${quarter}`,
    en: (course: string, quarter: number) => `Change the line of ${course}, quarter ${quarter}`,
  },
  none: {
    vi: (year: number) => `Năm ${year} chưa có kế hoạch.`,
    en: (year: number) => `There is no plan for ${year} yet.`,
  },
  noneOffice: {
    vi: 'Hãy thêm từng dòng ở biểu mẫu bên dưới, hoặc chép kế hoạch của một năm trước.',
    en: 'Add its lines with the form below, or copy the plan of another year.',
  },
  noneOthers: {
    vi: 'Kế hoạch sẽ hiện ở đây khi văn phòng đào tạo của Khối lập xong.',
    en: 'It appears here once the training office of the Bloc has made it.',
  },
  add: { vi: 'Thêm dòng kế hoạch', en: 'Add a line' },
  added: { vi: 'Đã thêm dòng kế hoạch.', en: 'The line is added.' },
  plannedClasses: { vi: 'Số lớp dự kiến', en: 'Classes planned' },
  targetPeople: { vi: 'Số người dự kiến', en: 'People to reach' },
  note: { vi: 'Ghi chú', en: 'Note' },
  copy: { vi: 'Chép kế hoạch năm khác', en: 'Copy another year' },
  copyFrom: { vi: 'Chép từ kế hoạch năm', en: 'Copy the plan of' },
  copyHint: {
    vi: 'Chép mọi dòng: chương trình, quý, số lớp, số người, ghi chú. Sau đó sửa từng dòng cho phù hợp.',
    en: 'Copies every line: course, quarter, classes, people, note. Change them afterwards as needed.',
  },
  copyNow: { vi: 'Chép', en: 'Copy' },
  copied: {
    vi: (count: number, from: number, to: number) => `Đã chép ${count} dòng từ kế hoạch năm ${from} sang năm ${to}.`,
    en: (count: number, from: number, to: number) =>
      `${count} ${count === 1 ? 'line' : 'lines'} copied from ${from} to ${to}.`,
  },
  lineTitle: {
    vi: (course: string, quarter: number, year: number) => `${course}, quý ${quarter}/${year}`,
    en: (course: string, quarter: number, year: number) => `${course}, quarter ${quarter} of ${year}`,
  },
  change: { vi: 'Sửa dòng kế hoạch', en: 'Change the line' },
  courseStays: {
    vi: 'Chương trình và năm giữ nguyên; muốn đổi, hãy xóa dòng này và thêm dòng khác.',
    en: 'Course and year stay; to change them, remove this line and add another.',
  },
  save: { vi: 'Lưu thay đổi', en: 'Save the changes' },
  saved: { vi: 'Đã lưu dòng kế hoạch.', en: 'The line is saved.' },
  loadAgain: { vi: 'Tải lại bản mới', en: 'Load the new version' },
  remove: { vi: 'Xóa dòng', en: 'Remove the line' },
  removeWhat: {
    vi: 'Dòng này sẽ bị xóa khỏi kế hoạch. Chỉ xóa được khi không có lớp nào tính vào dòng.',
    en: 'The line will be removed from the plan. That is possible only while no class counts against it.',
  },
  removed: { vi: 'Đã xóa dòng kế hoạch.', en: 'The line is removed.' },
  counted: { vi: 'Các lớp tính vào dòng này', en: 'Classes that count against it' },
  noneCounted: { vi: 'Chưa có lớp nào tính vào dòng này.', en: 'No class counts against this line yet.' },
  noneCountedNext: {
    vi: 'Hãy mở lớp từ dòng này, hoặc gắn một lớp đã có ở bên dưới.',
    en: 'Plan a class from this line, or attach one that exists below.',
  },
  className: { vi: 'Lớp', en: 'Class' },
  state: { vi: 'Trạng thái', en: 'State' },
  opensOn: { vi: 'Ngày khai giảng', en: 'Opening day' },
  attach: { vi: 'Gắn lớp đã có', en: 'Attach a class' },
  attachHint: {
    vi: 'Các lớp cùng chương trình, khai giảng trong năm, chưa tính vào dòng nào.',
    en: 'Classes of this course that open in the year and count against no line yet.',
  },
  attachNow: { vi: 'Tính vào dòng này', en: 'Count it here' },
  attached: { vi: 'Đã tính lớp vào dòng kế hoạch.', en: 'The class now counts against the line.' },
  detach: { vi: 'Gỡ khỏi kế hoạch', en: 'Take off' },
  detached: { vi: 'Đã gỡ lớp khỏi dòng kế hoạch.', en: 'The class no longer counts against the line.' },
});

export const planActions = declareActions('training_plans', {
  class_attached: {
    vi: 'đã tính lớp vào kế hoạch năm',
    en: 'let a class count against the yearly plan',
  },
  class_detached: { vi: 'đã gỡ lớp khỏi kế hoạch năm', en: 'took a class off the yearly plan' },
  copied: { vi: 'đã chép kế hoạch năm', en: 'copied a yearly plan' },
  line_added: { vi: 'đã thêm dòng kế hoạch năm', en: 'added a line to the yearly plan' },
  line_changed: { vi: 'đã sửa dòng kế hoạch năm', en: 'changed a line of the yearly plan' },
  line_removed: { vi: 'đã xóa dòng kế hoạch năm', en: 'removed a line of the yearly plan' },
});
