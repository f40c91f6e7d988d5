import { declareActions } from '../platform/journal/actions';
import { many } from '../platform/messages/counted';
import { words } from '../platform/messages/words';
import type { ModuleKind } from './module-kinds';

type Labels<V extends string> = Record<V, { vi: string; en: string }>;

export const moduleKindWords = words({
  module: { vi: 'Học phần', en: 'Module' },
  field_report: { vi: 'Báo cáo thực tế', en: 'Field report' },
  graduation_paper: { vi: 'Khóa luận tốt nghiệp', en: 'Graduation paper' },
  graduation_exam: { vi: 'Thi tốt nghiệp', en: 'Graduation examination' },
  test: { vi: 'Bài kiểm tra', en: 'Test' },
  practice: { vi: 'Thực hành, đi thực tế', en: 'Practice' },
  exam: { vi: 'Thi hết khóa', en: 'Examination of the course' },
} satisfies Labels<ModuleKind>);

export const theoryWords = words({
  helpOfDiplomas: {
    vi: 'Ghi số bằng trường cấp cho từng người đã tốt nghiệp. Trình độ lý luận của người đó đổi ngay khi lưu.',
    en: 'Enter the number of the diploma the school gave each person. Their theory level changes as you save.',
  },
  helpOfBarred: {
    vi: 'Người chưa được dự thi vì nghỉ quá số buổi hoặc thiếu điều kiện. Cho thi thì phải có quyết định, ghi ở trang của từng người.',
    en: 'People who may not sit an examination because of absences or missing marks. To let one in, enter the decision on their page.',
  },
  helpOfPerson: {
    vi: 'Điểm từng học phần của một người, kể cả các lần thi lại. Muốn đổi một điểm đã ghi thì ghi lý do.',
    en: 'One person’s mark in each module, with resits. To change a mark already entered, say why.',
  },
  helpOfMarks: {
    vi: 'Điểm các học phần của cả lớp. Nhập trực tiếp hoặc dán từ Excel rồi lưu một lần.',
    en: 'The marks of the class in every module. Type them or paste them from Excel, and save once.',
  },
  helpOfModules: {
    vi: 'Các học phần của lớp theo thứ tự giảng, kèm hệ số. Hãy lập trước khi xếp kỳ thi.',
    en: 'The modules of the class in the order they are taught, with their weights. Enter them before planning examinations.',
  },
  marks: { vi: 'Điểm', en: 'Marks' },
  marksOf: { vi: (code: string) => `Bảng điểm lớp ${code}`, en: (code: string) => `Marks of class ${code}` },
  marksHowTo: {
    vi: 'Điểm từ 0 đến 10, viết 7,5 hay 7.5 đều được. Ô thi lại mở ra sau khi lưu điểm lần 1 chưa đạt. Xóa trống một ô rồi lưu là bỏ điểm đó.',
    en: 'Marks run from 0 to 10; 7.5 and 7,5 both do. The re-sit opens once a first mark that is too low is saved. Emptying a field takes the mark back.',
  },
  marksOnPhone: {
    vi: 'Trên điện thoại, đồng chí chọn một học phần để nhập từng người cho dễ.',
    en: 'On a phone, choose one module and enter person by person.',
  },
  chooseModule: { vi: 'Học phần', en: 'Module' },
  allModules: { vi: 'Tất cả học phần', en: 'All modules' },
  name: { vi: 'Họ và tên', en: 'Name' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  first: { vi: 'Lần 1', en: 'First' },
  resit: { vi: 'Thi lại', en: 'Re-sit' },
  satIn: { vi: (code: string) => `thi tại ${code}`, en: (code: string) => `sat in ${code}` },
  satElsewhere: { vi: 'Ghi điểm thi ghép', en: 'A mark of an examination sat with another class' },
  satElsewhereHint: {
    vi: 'Dùng khi học viên dự thi, thi lại cùng lớp khác của chương trình. Điểm tính ở lớp này, ghi rõ thi tại lớp nào.',
    en: 'For somebody who sat it, or sat it again, with another class of the course. The mark counts here and says where it was.',
  },
  satWith: { vi: 'Học phần, lớp dự thi', en: 'Module, and the class it was sat with' },
  attempt: { vi: 'Lần thi', en: 'Which one' },
  mark: { vi: 'Điểm', en: 'Mark' },
  enterMark: { vi: 'Ghi điểm', en: 'Enter the mark' },
  hasLeft: {
    vi: (day: string) => `Đã thôi học lớp này ngày ${day}. Điểm dưới đây là kết quả đã ghi khi còn học ở lớp.`,
    en: (day: string) => `Left this class on ${day}. These are the marks recorded while in the class.`,
  },
  counted: { vi: 'Điểm tính', en: 'Counts' },
  average: { vi: 'Trung bình', en: 'Average' },
  moduleHeading: {
    vi: (number: number, name: string, weight: number) => `${number}. ${name} (hệ số ${weight})`,
    en: (number: number, name: string, weight: number) => `${number}. ${name} (weight ${weight})`,
  },
  cellLabel: {
    vi: (name: string, module: string, attempt: string) => `${name}, ${module}, ${attempt}`,
    en: (name: string, module: string, attempt: string) => `${name}, ${module}, ${attempt}`,
  },
  marksSoFar: {
    vi: (done: number, total: number) => `${done}/${total} học phần`,
    en: (done: number, total: number) => `${done} of ${total}`,
  },
  belowMinimum: { vi: 'chưa đạt', en: 'too low' },
  graduation: { vi: 'Xếp loại tốt nghiệp', en: 'Graduation' },
  incomplete: { vi: 'chưa đủ điểm', en: 'marks missing' },
  failed: { vi: 'Chưa đạt', en: 'Not passed' },
  passed: { vi: 'Đạt', en: 'Passed' },
  barred: { vi: 'Chưa được dự thi:', en: 'Barred:' },
  letIn: {
    vi: (decision: string) => `Được dự thi theo ${decision};`,
    en: (decision: string) => `Let in by ${decision};`,
  },
  absentOf: {
    vi: (absent: number, halfDays: number) => `vắng ${absent}/${halfDays} buổi`,
    en: (absent: number, halfDays: number) => `absent from ${absent} of ${halfDays}`,
  },
  barredOf: {
    vi: (code: string) => `Chưa được dự thi – lớp ${code}`,
    en: (code: string) => `Barred from examinations – class ${code}`,
  },
  barredPeople: { vi: 'Chưa được dự thi', en: 'Barred from examinations' },
  barredFrom: { vi: 'Học phần', en: 'Modules' },
  nobodyBarred: { vi: 'Không có ai vắng quá mức.', en: 'No one exceeds the absence limit.' },
  nobodyBarredNext: {
    vi: 'Danh sách này tính từ điểm danh của lớp và thay đổi theo điểm danh.',
    en: 'This list is counted from attendance and changes with it.',
  },
  marksOfPerson: {
    vi: (name: string) => `Điểm của ${name}`,
    en: (name: string) => `Marks of ${name}`,
  },
  mayBeExamined: { vi: 'Điều kiện dự thi', en: 'Examination' },
  letInBy: {
    vi: (decision: string, day: string, reason: string) =>
      `Được dự thi theo quyết định ${decision} ngày ${day}: ${reason}`,
    en: (decision: string, day: string, reason: string) => `Let in by decision ${decision} of ${day}: ${reason}`,
  },
  lift: { vi: 'Ghi quyết định cho phép dự thi', en: 'Record a decision to let them in' },
  liftHowTo: {
    vi: 'Cấp có thẩm quyền quyết định; ở đây chỉ ghi lại số, ngày và lý do. Sau đó nhập điểm được như bình thường.',
    en: 'The competent authority decides; its number, date and reason are recorded here. Marks can then be entered as usual.',
  },
  decisionNumber: { vi: 'Số quyết định', en: 'Number of the decision' },
  decidedOn: { vi: 'Ngày quyết định', en: 'Date of the decision' },
  reason: { vi: 'Lý do', en: 'Reason' },
  permitted: {
    vi: 'Đã ghi quyết định. Người này được dự thi và nhập điểm được.',
    en: 'The decision is recorded. The person may sit the examination and receive marks.',
  },
  withdrawPermission: { vi: 'Thu hồi', en: 'Take back' },
  withdrawPermissionWhat: {
    vi: 'Người này lại không được dự thi học phần này. Quyết định vẫn còn trong nhật ký.',
    en: 'The person is barred from this examination again. The decision stays in the journal.',
  },
  permissionWithdrawn: { vi: 'Đã thu hồi quyết định cho phép dự thi.', en: 'The decision is taken back.' },
  markLines: { vi: 'Quá trình nhập điểm', en: 'How the marks came about' },
  markLine: {
    vi: (what: string, mark: string, isChange: boolean) => `${what}: ${isChange ? 'sửa thành ' : ''}${mark}`,
    en: (what: string, mark: string, isChange: boolean) => `${what}: ${isChange ? 'changed to ' : ''}${mark}`,
  },
  markTakenBack: { vi: (what: string) => `${what}: bỏ điểm`, en: (what: string) => `${what}: taken back` },
  theService: { vi: 'Hệ thống', en: 'The service' },
  reasonOfCorrection: { vi: 'Lý do sửa điểm đã lưu', en: 'Why saved marks change' },
  reasonOfCorrectionHint: {
    vi: 'Chỉ cần khi sửa hoặc bỏ điểm đã lưu trước đây, ví dụ: chấm phúc khảo. Điểm cũ vẫn được giữ trong quá trình nhập điểm.',
    en: 'Only when a mark saved before is changed or taken back, for example: marked again on appeal. The old mark stays in the history.',
  },
  rulesOfMarks: { vi: 'Quy định áp dụng cho lớp', en: 'Rules of this class' },
  saveMarks: { vi: 'Lưu điểm', en: 'Save marks' },
  marksSaved: {
    vi: (count: number) => `Đã lưu ${count} điểm thay đổi.`,
    en: (count: number) => `${many(count, 'mark')} changed and saved.`,
  },
  nothingChanged: {
    vi: 'Chưa có gì thay đổi so với lần lưu trước.',
    en: 'Nothing differs from what was saved before.',
  },
  nobody: { vi: 'Lớp chưa có học viên.', en: 'Nobody is in the class yet.' },
  nobodyNext: {
    vi: 'Người được cử có tên ở đây sau khi văn phòng đào tạo xét duyệt.',
    en: 'Nominees appear here once the training office has accepted them.',
  },
  noModules: { vi: 'Lớp chưa có học phần.', en: 'The class has no modules yet.' },
  noModulesNext: {
    vi: 'Văn phòng đào tạo khai báo học phần và hệ số trước, sau đó mới nhập điểm.',
    en: 'The training office first sets up the modules and their weights; then marks can be entered.',
  },
  locked: {
    vi: 'Lớp đã tổng kết hoặc đã hủy: điểm chỉ để xem. Nếu có sai sót, văn phòng đào tạo điều chỉnh kết quả bằng quyết định: mở mục “Kết quả” của lớp, bấm “Điều chỉnh” ở dòng của học viên.',
    en: 'The class is closed or cancelled: marks can only be read. If something is wrong, the training office amends the result by a decision: open “Results” of the class and press “Amend” beside the person.',
  },

  modules: { vi: 'Học phần', en: 'Modules' },
  modulesOf: { vi: (code: string) => `Học phần của lớp ${code}`, en: (code: string) => `Modules of class ${code}` },
  setUpModules: { vi: 'Khai báo học phần', en: 'Set up modules' },
  modulesHowTo: {
    vi: 'Mỗi dòng một học phần. Dòng để trống tên thì bỏ qua. Hệ số là số lần học phần được tính trong điểm trung bình.',
    en: 'One module a line; lines without a name are passed over. The weight is how many times the module counts in the average.',
  },
  number: { vi: 'Số', en: 'No.' },
  moduleName: { vi: 'Tên học phần', en: 'Name of the module' },
  kind: { vi: 'Loại', en: 'Kind' },
  weight: { vi: 'Hệ số', en: 'Weight' },
  halfDays: { vi: 'Buổi số', en: 'Half-days' },
  halfDaysHowTo: {
    vi: 'Buổi số: các buổi trong lịch học dạy học phần đó, ví dụ 1-8, 12. Vắng quá mức ở các buổi này thì không được dự thi học phần; để trống thì tính trên mọi buổi của lớp.',
    en: 'Half-days: the numbers in the timetable that teach the module, for example 1-8, 12. Who misses too many of them is barred from its examination; left empty, all half-days of the class count.',
  },
  saveModules: { vi: 'Lưu học phần', en: 'Save modules' },
  modulesSaved: {
    vi: (count: number) => `Đã lưu ${count} học phần.`,
    en: (count: number) => `${count} modules saved.`,
  },
  lineOf: {
    vi: (line: number, field: string) => `${field}, dòng ${line}`,
    en: (line: number, field: string) => `${field}, line ${line}`,
  },
  backToMarks: { vi: 'Bảng điểm', en: 'Marks' },

  diplomas: { vi: 'Bằng tốt nghiệp', en: 'Diplomas' },
  diplomasOf: {
    vi: (code: string) => `Bằng tốt nghiệp lớp ${code}`,
    en: (code: string) => `Diplomas of class ${code}`,
  },
  diplomasHowTo: {
    vi: 'Bằng do trường cấp. Khi nhận bằng, ghi số, ngày và trường in trên bằng; người chưa có bằng thì để trống.',
    en: 'The school issues the diplomas. When they arrive, write the number, day and school printed on each; leave the others empty.',
  },
  school: { vi: 'Trường cấp', en: 'School' },
  diplomaNumber: { vi: 'Số bằng', en: 'Number' },
  issuedOn: { vi: 'Ngày cấp', en: 'Issued on' },
  issuedOnForAll: { vi: 'Ngày cấp chung', en: 'Day for all' },
  issuedOnForAllHint: {
    vi: 'Dùng cho những người có số bằng mà chưa ghi ngày cấp.',
    en: 'Used for those with a number and no day of their own.',
  },
  born: { vi: 'Ngày sinh', en: 'Born' },
  saveDiplomas: { vi: 'Lưu số bằng', en: 'Save diplomas' },
  diplomasSaved: {
    vi: (count: number) => `Đã ghi ${count} bằng tốt nghiệp.`,
    en: (count: number) => `${many(count, 'diploma')} recorded.`,
  },
  recordedOf: {
    vi: (recorded: number, all: number) => `Đã có bằng: ${recorded}/${all} người`,
    en: (recorded: number, all: number) => `${recorded} of ${all} diplomas recorded`,
  },
  noDiplomas: { vi: 'Chưa có ai chờ bằng tốt nghiệp.', en: 'Nobody waits for a diploma yet.' },
  noDiplomasNext: {
    vi: 'Danh sách này được lập khi lớp tổng kết, gồm những người tốt nghiệp.',
    en: 'This list is made when the class is closed, of those who graduate.',
  },
  marksBelow: { vi: (mark: string) => `Dưới ${mark}`, en: (mark: string) => `Below ${mark}` },
  marksFrom: {
    vi: (from: string, to: string) => `Từ ${from} đến dưới ${to}`,
    en: (from: string, to: string) => `${from} to below ${to}`,
  },
  marksAtLeast: { vi: (mark: string) => `Từ ${mark} trở lên`, en: (mark: string) => `${mark} and above` },
  plotBelow: {
    vi: (module: string, below: number, all: number, least: string) =>
      `Nhiều điểm dưới ${least} nhất: ${module}, ${below}/${all} học viên`,
    en: (module: string, below: number, all: number, least: string) =>
      `Most marks below ${least}: ${module}, ${below} of ${all} learners`,
  },
  plotNobodyBelow: {
    vi: (least: string, modules: number) => `Không có điểm dưới ${least} trong ${modules} học phần đã có điểm`,
    en: (least: string, modules: number) => `No mark below ${least} in the ${modules} modules that have marks`,
  },
});

export const diplomaActions = declareActions('diplomas', {
  corrected: { vi: 'đã sửa số bằng tốt nghiệp', en: 'corrected a diploma' },
  recorded: { vi: 'đã ghi số bằng tốt nghiệp', en: 'recorded a diploma' },
});

export const examPermissionActions = declareActions('exam_permissions', {
  recorded: {
    vi: 'đã ghi quyết định cho phép dự thi',
    en: 'recorded a decision to let somebody sit an examination',
  },
  withdrawn: {
    vi: 'đã thu hồi quyết định cho phép dự thi',
    en: 'took back a decision to let somebody sit an examination',
  },
});

export const markActions = declareActions('marks', {
  corrected: { vi: 'đã sửa điểm', en: 'corrected marks' },
  downloaded: { vi: 'đã tải bảng điểm của lớp', en: 'downloaded the marks of a class' },
  entered: { vi: 'đã nhập điểm', en: 'entered marks' },
});

export const moduleActions = declareActions('modules', {
  set_up: { vi: 'đã lập danh sách học phần', en: 'set up the modules' },
});
