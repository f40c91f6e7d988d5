import { declareActions } from '../platform/journal/actions';
import { many } from '../platform/messages/counted';
import { words } from '../platform/messages/words';

export const completionWords = words({
  help: {
    vi: 'Kết quả dự kiến của từng người và việc còn thiếu trước khi bế giảng. Hãy giải quyết những mục còn thiếu rồi mới bế giảng.',
    en: 'What each person’s result would be, and what is missing before the class is closed. Settle what is missing, then close it.',
  },
  completion: { vi: 'Kết quả lớp', en: 'Results' },
  preview: { vi: 'Dự kiến kết quả', en: 'Expected results' },
  previewHint: {
    vi: 'Xét thử trên điểm danh, điểm và bài thu hoạch hiện có. Chưa có gì được ghi; kết quả chỉ ghi khi kết thúc lớp.',
    en: 'A trial run on the attendance, marks and essays entered so far. Nothing is written until the class is closed.',
  },
  atAGlance: { vi: 'Tổng hợp', en: 'At a glance' },
  wouldComplete: { vi: 'Đủ điều kiện', en: 'Would complete' },
  wouldNotComplete: { vi: 'Chưa đủ điều kiện', en: 'Would not complete' },
  completed: { vi: 'Hoàn thành', en: 'Completed' },
  notCompleted: { vi: 'Không hoàn thành', en: 'Not completed' },
  certificates: { vi: 'Giấy chứng nhận', en: 'Certificates' },
  diplomas: { vi: 'Bằng chờ trường cấp', en: 'Diplomas of the school' },
  rules: { vi: 'Điều kiện hoàn thành', en: 'Completion rules' },
  unverified: { vi: 'Chưa xác minh', en: 'Unverified' },
  noRules: {
    vi: 'Chương trình này không có điều kiện hoàn thành nào có hiệu lực ngày khai giảng: mọi học viên đều được tính là hoàn thành. Nếu không đúng, hãy bổ sung điều kiện ở trang chương trình trước khi kết thúc lớp.',
    en: 'No completion rule of this course was in force on the opening day: everybody on the roster completes. If that is not correct, add the rules on the page of the course before closing.',
  },

  closeClass: { vi: 'Kết thúc lớp', en: 'Close the class' },
  closingDoes: { vi: 'Khi kết thúc lớp, hệ thống sẽ:', en: 'Closing the class will:' },
  closingJudges: {
    vi: (people: number) => `xét kết quả ${people} học viên theo điều kiện hoàn thành`,
    en: (people: number) => `judge the ${people} people on the roster by the completion rules`,
  },
  closingCertifies: {
    vi: 'cấp số giấy chứng nhận liên tục cho người hoàn thành, theo thứ tự tên',
    en: 'number certificates for those who complete, without a gap, in the order of names',
  },
  closingOpensDiplomas: {
    vi: 'mở danh sách chờ bằng của trường; số bằng ghi sau khi trường cấp',
    en: 'open the diplomas of the school; their numbers are entered once the school has issued them',
  },
  closingRaises: {
    vi: (level: string) => `nâng trình độ lý luận chính trị của người hoàn thành lên ${level.toLowerCase()}`,
    en: (level: string) => `raise the theory level of those who complete to ${level.toLowerCase()}`,
  },
  closingRecords: {
    vi: 'ghi vào quá trình đào tạo, bồi dưỡng của từng người',
    en: 'write a line into the training record of each of them',
  },
  closingTells: {
    vi: 'báo kết quả cho từng người qua thư và trong hệ thống',
    en: 'notify everybody of the result, by mail and in the service',
  },
  closingLocks: {
    vi: 'khóa danh sách, lịch học, điểm danh, điểm và bài thu hoạch ngay từ lúc bấm. Kết thúc nhầm thì mở lại được, nhưng khi giấy chứng nhận đã trao hoặc đã báo thì phải có quyết định.',
    en: 'lock roster, timetable, attendance, marks and essays from the moment it is asked for. A class closed by mistake can be reopened, by decision once certificates were handed out or told of.',
  },
  notMarked: {
    vi: (people: number) =>
      `${people} học viên còn buổi chưa điểm danh; các buổi đó được tính là vắng. Hãy điểm danh đủ trước khi kết thúc lớp.`,
    en: (people: number) =>
      `${many(people, 'person has', 'people have')} half-days without attendance, which count as absent. Take the attendance before closing.`,
  },
  essaysToMark: {
    vi: (essays: number) => `${essays} bài thu hoạch chưa chấm. Hãy chấm trước khi kết thúc lớp.`,
    en: (essays: number) => `${many(essays, 'essay is', 'essays are')} not marked. Mark them before closing.`,
  },
  takeAttendance: { vi: 'Điểm danh', en: 'Take attendance' },
  markEssays: { vi: 'Chấm bài thu hoạch', en: 'Mark essays' },
  closeConfirm: {
    vi: (completed: number, notCompleted: number) =>
      `${completed} học viên hoàn thành, ${notCompleted} học viên không hoàn thành. Đồng chí đã kiểm tra danh sách bên dưới chưa?`,
    en: (completed: number, notCompleted: number) =>
      `${completed} will complete, ${notCompleted} will not. Have you checked the list below?`,
  },
  closeNow: { vi: 'Đồng ý, kết thúc lớp', en: 'Yes, close the class' },
  closingAsked: {
    vi: 'Đang kết thúc lớp. Đồng chí có thể rời trang này, công việc vẫn tiếp tục.',
    en: 'The class is being closed. You may leave this page; the work goes on.',
  },
  notOverYet: {
    vi: (day: string) => `Kết thúc lớp được từ ngày bế giảng ${day}.`,
    en: (day: string) => `The class can be closed from its closing day, ${day}.`,
  },
  notConfirmedYet: {
    vi: 'Lớp chưa có quyết định mở nên chưa có kết quả để xét.',
    en: 'The class is not confirmed yet, so there is nothing to judge.',
  },
  notConfirmedYetNext: {
    vi: 'Văn phòng ra quyết định mở lớp khi đủ người, ở phần “Lớp và lịch học”. Sau đó kết quả dự kiến hiện ở đây.',
    en: 'The office confirms the class under “Class and timetable” when there are enough people. Then results appear here.',
  },
  mergedInto: {
    vi: (code: string) => `Lớp đã ghép vào lớp ${code}; kết quả được xét ở lớp đó.`,
    en: (code: string) => `The class was merged into ${code}, where its people are judged.`,
  },
  cancelled: { vi: 'Lớp đã hủy nên không có kết quả.', en: 'The class was cancelled and has no results.' },

  name: { vi: 'Họ và tên', en: 'Name' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  result: { vi: 'Kết quả', en: 'Result' },
  reasons: { vi: 'Căn cứ xét', en: 'Why' },
  grade: { vi: 'Xếp loại', en: 'Grade' },
  averageMark: { vi: 'Điểm', en: 'Mark' },
  absent: { vi: 'Vắng', en: 'Absent' },
  award: { vi: 'Văn bằng, chứng nhận', en: 'Award' },
  diplomaToCome: { vi: 'Chờ trường cấp bằng', en: 'Diploma to come' },
  amended: { vi: 'Đã điều chỉnh', en: 'Amended' },
  amend: { vi: 'Điều chỉnh', en: 'Amend' },
  reopen: { vi: 'Mở lại lớp', en: 'Reopen the class' },
  inFull: { vi: 'Chi tiết', en: 'Details' },
  recordOnly: { vi: 'Ghi quá trình đào tạo', en: 'Training record' },
  search: { vi: 'Tìm theo tên', en: 'Name' },
  searchHint: { vi: 'Có dấu hoặc không dấu đều được.', en: 'With or without accents.' },
  all: { vi: 'Tất cả', en: 'All' },
  nobody: { vi: 'Lớp không có học viên nào', en: 'No one is on the roster' },
  nobodyNext: {
    vi: 'Danh sách học viên hình thành khi văn phòng duyệt người được cử.',
    en: 'The roster fills as the office accepts nominations.',
  },
  nothingOfYours: { vi: 'Chưa có kết quả nào đồng chí được xem', en: 'There are no results you may see yet' },
  nothingOfYoursNext: {
    vi: 'Trang này chỉ hiện kết quả của đồng chí hoặc của người thuộc đơn vị đồng chí phụ trách.',
    en: 'You see your own result here, or those of the units you are in charge of.',
  },
  nobodyFound: { vi: 'Không có ai khớp điều kiện lọc', en: 'Nobody matches the filters' },
  nobodyFoundNext: { vi: 'Hãy bỏ bớt điều kiện lọc.', en: 'Remove some of the filters.' },

  seeCertificates: { vi: 'Xem giấy chứng nhận của lớp', en: 'The certificates of this class' },

  decide: { vi: 'Quyết định khác', en: 'Record another decision' },
  decideHint: {
    vi: (name: string) =>
      `Cấp có thẩm quyền quyết định cho ${name} hoàn thành lớp. Số quyết định, lý do và người ghi được lưu lại cùng kết quả.`,
    en: (name: string) =>
      `The authority decided that ${name} completes. The number, the reason and who entered them are kept with the result.`,
  },
  decision: { vi: 'Số quyết định', en: 'Number of the decision' },
  decidedOn: { vi: 'Ngày quyết định', en: 'Day of the decision' },
  reason: { vi: 'Lý do', en: 'Reason' },
  basis: { vi: 'Hoàn thành theo', en: 'By' },
  byRules: { vi: 'Điều kiện hoàn thành', en: 'The rules' },
  byAuthority: { vi: 'Quyết định của cấp có thẩm quyền', en: 'A decision of the authority' },
  recordDecision: { vi: 'Ghi quyết định', en: 'Record the decision' },
  decided: { vi: 'Đã ghi quyết định.', en: 'The decision is recorded.' },
  withdrawDecision: { vi: 'Bỏ quyết định', en: 'Take the decision back' },
  withdrawConfirm: {
    vi: (name: string) => `${name} sẽ được xét lại theo điều kiện hoàn thành.`,
    en: (name: string) => `${name} will be judged by the rules again.`,
  },
  decisionWithdrawn: { vi: 'Đã bỏ quyết định.', en: 'The decision is taken back.' },
  byDecision: {
    vi: (decision: string, day: string | null, reason: string, by: string) =>
      `Theo quyết định ${decision}${day === null ? '' : ` ngày ${day}`}: ${reason} (người ghi: ${by})`,
    en: (decision: string, day: string | null, reason: string, by: string) =>
      `By decision ${decision}${day === null ? '' : ` of ${day}`}: ${reason} (entered by ${by})`,
  },
  openingOf: {
    vi: (completed: number, all: number, papers: number) =>
      `${completed}/${all} học viên hoàn thành; đã cấp ${papers} giấy chứng nhận, bằng.`,
    en: (completed: number, all: number, papers: number) =>
      `${completed} of ${all} learners completed; certificates and diplomas given: ${papers}.`,
  },
  openingNobody: { vi: 'Lớp không có học viên nào để xét kết quả.', en: 'There was nobody to judge in this class.' },
  openingShort: {
    vi: (share: string) => `${share} chưa hoàn thành, nhiều hơn mức thường gặp.`,
    en: (share: string) => `${share} did not complete, more than is usual.`,
  },
  openingCalm: { vi: 'Không có gì khác mức thường gặp.', en: 'Nothing is out of the usual.' },
  openingLook: {
    vi: (count: number) => `Việc cần làm: xem lý do của ${count} người chưa hoàn thành và hướng học bù, thi lại.`,
    en: (count: number) => `To do: look at why some did not complete, ${count}, and what they can make up.`,
  },
  openingNothing: { vi: 'Hiện không có việc gì phải làm thêm.', en: 'There is nothing more to do now.' },
});

export const completionActions = declareActions('completions', {
  overridden: { vi: 'đã quyết định khác với kết quả xét', en: 'overrode a completion' },
  override_withdrawn: {
    vi: 'đã bỏ quyết định khác với kết quả xét',
    en: 'withdrew the override of a completion',
  },
  amended: { vi: 'đã điều chỉnh kết quả theo quyết định', en: 'amended a result by a decision' },
});
