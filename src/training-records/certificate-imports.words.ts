import { declareActions } from '../platform/journal/actions';
import { words } from '../platform/messages/words';

export const certificateImportWords = words({
  help: {
    vi: 'Ghi vào hệ thống giấy chứng nhận cũ từ tệp Excel. Mỗi dòng được đối chiếu và cho xem trước khi ghi.',
    en: 'Record earlier certificates from an Excel file. Each row is compared and shown before it is recorded.',
  },
  helpOfOne: {
    vi: 'Giấy chứng nhận nào trong tệp sẽ được ghi, dòng nào chưa nhận. Hãy đọc các dòng chưa nhận trước.',
    en: 'Which certificates of the file would be recorded, and which rows are refused. Read those refused first.',
  },
  title: { vi: 'Giấy chứng nhận đã cấp, từ Excel', en: 'Earlier certificates from a sheet' },
  back: { vi: 'Giấy chứng nhận', en: 'Certificates' },
  what: {
    vi: 'Dùng cho sổ cấp giấy của các lớp học trước khi có hệ thống này. Mỗi dòng một giấy: họ tên, ngày sinh hoặc mã cán bộ, số giấy, ngày cấp; nếu có thì chương trình, nơi cấp, giá trị đến, lớp, xếp loại, đơn vị.',
    en: 'For the register of classes held before this service. One certificate a row: name, birth date or code, number, day of issue; and, where there are columns, course, issuer, last day, class, grade, unit.',
  },
  file: { vi: 'Tệp Excel', en: 'The sheet' },
  fileHint: {
    vi: 'Tệp .xlsx hoặc .csv. Bước này chỉ đối chiếu, chưa ghi gì.',
    en: 'An .xlsx or .csv. This only compares and enters nothing.',
  },
  ofUnit: { vi: 'Người trong tệp thuộc', en: 'Whose people it names' },
  ofUnitHint: { vi: 'Tính cả các đơn vị trực thuộc.', en: 'With the units below it.' },
  course: { vi: 'Chương trình, nếu tệp không ghi', en: 'Course, where the file says none' },
  saidInFile: { vi: 'Theo cột trong tệp', en: 'As the file has it' },
  issuedBy: { vi: 'Cấp ủy cấp giấy, nếu tệp không ghi', en: 'Issuer, where the file says none' },
  validMonths: { vi: 'Thời hạn (tháng), nếu tệp không ghi', en: 'Months they hold, where the file says no day' },
  validMonthsHint: { vi: 'Ghi 0 nếu không thời hạn.', en: 'Write 0 for those that do not expire.' },
  compare: { vi: 'Đối chiếu', en: 'Compare' },
  earlier: { vi: 'Các tệp đã gửi', en: 'Sheets sent' },
  sentAt: { vi: 'Gửi lúc', en: 'Sent' },
  sentBy: { vi: 'Người gửi', en: 'By' },
  outcome: { vi: 'Kết quả', en: 'Outcome' },
  summary: {
    vi: (fresh: number, refused: number) => `${fresh} giấy mới, ${refused} dòng chưa nhận`,
    en: (fresh: number, refused: number) => `${fresh} new, ${refused} refused`,
  },
  state: { vi: 'Trạng thái', en: 'State' },
  previewed: { vi: 'Mới đối chiếu', en: 'Compared only' },
  applied: { vi: 'Đã ghi', en: 'Entered' },
  reversed: { vi: 'Đã lấy lại', en: 'Taken back' },
  noneYet: { vi: 'Chưa gửi tệp nào.', en: 'No sheet was sent yet.' },
  noneYetNext: {
    vi: 'Tệp đầu tiên gửi bằng biểu mẫu ở trên sẽ hiện ở đây.',
    en: 'The first file sent by the form above appears here.',
  },
  new: { vi: 'Sẽ ghi', en: 'New' },
  same: { vi: 'Đã có', en: 'There already' },
  refused: { vi: 'Chưa nhận', en: 'Refused' },
  row: { vi: 'Dòng', en: 'Row' },
  name: { vi: 'Họ và tên', en: 'Name' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  certificate: { vi: 'Giấy chứng nhận', en: 'Certificate' },
  verdict: { vi: 'Đối chiếu', en: 'Verdict' },
  noRows: { vi: 'Không có dòng nào.', en: 'No rows.' },
  nothingStoredYet: { vi: 'Chưa ghi gì cả', en: 'Nothing is entered yet' },
  applyNext: {
    vi: (count: number) => `Có ${count} giấy sẽ được ghi vào quá trình đào tạo đúng như bảng dưới đây.`,
    en: (count: number) => `${count} certificates will be entered exactly as below.`,
  },
  refusedNext: {
    vi: (rows: number) => `${rows} dòng chưa nhận sẽ không được ghi; có thể sửa trong tệp rồi gửi lại sau.`,
    en: (rows: number) => `${rows} refused rows will not be entered; correct them in the file and send it again later.`,
  },
  nothingToApply: {
    vi: 'Các giấy trong tệp đều đã có, không có gì để ghi.',
    en: 'All certificates of the file are there already; there is nothing to enter.',
  },
  nothingReadable: {
    vi: 'Chưa có dòng nào nhận được. Hãy sửa các dòng dưới đây trong tệp rồi gửi lại.',
    en: 'No row could be taken. Correct the rows below in the file and send it again.',
  },
  apply: { vi: 'Ghi vào quá trình đào tạo', en: 'Enter them' },
  entered: { vi: (count: number) => `Đã ghi ${count} giấy.`, en: (count: number) => `Entered: ${count}.` },
  enteredAt: { vi: (when: string) => `Đã ghi lúc ${when}.`, en: (when: string) => `Entered ${when}.` },
  takenBackAt: { vi: (when: string) => `Đã lấy lại lúc ${when}.`, en: (when: string) => `Taken back ${when}.` },
  takeBack: { vi: 'Lấy lại cả tệp', en: 'Take the file back' },
  takeBackWhat: {
    vi: 'Hủy mọi giấy đã ghi từ tệp này; các dòng bị hủy vẫn đọc được cùng lý do.',
    en: 'Withdraws every certificate entered from this file; the lines stay readable with the reason.',
  },
  reason: { vi: 'Lý do', en: 'Reason' },
  takenBack: { vi: (count: number) => `Đã lấy lại ${count} giấy.`, en: (count: number) => `Taken back: ${count}.` },
});

export const certificateImportActions = declareActions('certificate_imports', {
  previewed: { vi: 'đã đối chiếu tệp giấy chứng nhận', en: 'compared a sheet of certificates' },
  applied: { vi: 'đã ghi giấy chứng nhận từ tệp', en: 'entered the certificates of a sheet' },
  reversed: { vi: 'đã lấy lại giấy chứng nhận ghi từ tệp', en: 'took back the certificates of a sheet' },
});
